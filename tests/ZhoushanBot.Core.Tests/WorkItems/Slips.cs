namespace ZhoushanBot.Core.Tests.WorkItems;

/// <summary>Slips of a scan or a careless editor, made at random.</summary>
internal static class Slips
{
    private const string Strange = "\t（）()“”、，。；：/$%0123456789９ 　一二十万亿各局—\u00a0\u200b\ud83d";

    public static string Make(List<string> lines, Random random, int count = 0)
    {
        for (var slip = 0; slip < (count > 0 ? count : random.Next(1, 8)) && lines.Count > 0; slip++)
        {
            var at = random.Next(lines.Count);
            switch (random.Next(9))
            {
                case 0:
                    lines.RemoveAt(at);
                    break;
                case 1:
                    lines.Insert(at, lines[random.Next(lines.Count)]);
                    break;
                case 2:
                    (lines[at], lines[0]) = (lines[0], lines[at]);
                    break;
                case 3 when lines[at].Length > 0:
                    lines[at] = lines[at].Remove(random.Next(lines[at].Length), 1);
                    break;
                case 4:
                    lines[at] = lines[at].Insert(random.Next(lines[at].Length + 1), new string(Strange[random.Next(Strange.Length)], random.Next(1, 4)));
                    break;
                case 5 when lines[at].Length > 2:
                    lines[at] = Swap(lines[at], random.Next(lines[at].Length - 1));
                    break;
                case 6:
                    lines[at] = lines[at][..random.Next(lines[at].Length + 1)];
                    break;
                case 7:
                    lines[at] = lines[at].Insert(random.Next(lines[at].Length + 1), "\n");
                    break;
                default:
                    lines[at] += (char)random.Next(char.MaxValue);
                    break;
            }
        }

        return string.Join('\n', lines);
    }

    private static string Swap(string line, int at) => line[..at] + line[at + 1] + line[at] + line[(at + 2)..];
}
