using System.Globalization;
using System.Text;

namespace ZhoushanBot.Benchmarks.Synthetic;

/// <summary>
/// Invented yearly notices of many cities and years, as text for the reader: a work report with a section for each official, and a list of public-benefit
/// projects with its annex table. The same seed gives the same texts, letter for letter, whatever the order in which they are asked for.
/// </summary>
/// <param name="seed">Any number.</param>
internal sealed class SyntheticNotices(int seed)
{
    public const int FirstYear = 2015;
    public const int YearsOfACity = 12;
    private const int Projects = 44;
    private const int ItemsOfASection = 15;

    /// <summary>How many cities can be told apart.</summary>
    public static int MostCities => SyntheticWords.CityFirst.Length * SyntheticWords.CitySecond.Length;

    /// <summary>A city's name with its rank.</summary>
    public static string CityAt(int city) => $"{StemAt(city)}市";

    /// <summary>The texts of the first notices: all years of the first city, the newest first, then of the second.</summary>
    public IEnumerable<string> Texts(int notices) =>
        Enumerable.Range(0, notices).Select(n => TextOf(n / YearsOfACity, FirstYear + YearsOfACity - 1 - (n % YearsOfACity)));

    /// <summary>One notice.</summary>
    public string TextOf(int city, int year)
    {
        var body = new City(seed, city);
        var dice = new Dice(seed, city, year);
        var text = new StringBuilder(24_000);
        var name = CityAt(city);
        text.Append(CultureInfo.InvariantCulture, $"{name}人民政府办公室文件\n\n{StemAt(city)[..1]}{StemAt(city)[1]}政办发〔{year}〕{dice.Next(2, 40)}号\n\n")
            .Append(CultureInfo.InvariantCulture, $"{name}人民政府办公室关于印发{year}年政府工作报告重点工作和民生实事责任分解的通知\n\n各县（区）人民政府，市政府直属各单位：\n\n")
            .Append("现将责任分解印发给你们，请认真抓好落实。责任单位列第一位者为牵头单位，下同。\n\n")
            .Append(CultureInfo.InvariantCulture, $"{name}人民政府办公室\n\n{year}年2月{dice.Next(10, 28)}日\n\n（此件公开发布）\n\n{year}年政府工作报告重点工作责任分解\n\n");
        for (var section = 0; section < body.Officials.Length; section++)
        {
            WriteSection(text, body, dice, section);
        }

        var projects = dice.Pick(SyntheticWords.Works, Projects);
        WriteProjects(text, body, dice, year, projects);
        return text.Append(CultureInfo.InvariantCulture, $"\n抄送：市委各部门，市人大常委会、市政协办公室。\n\n{name}人民政府办公室\n\n{year}年2月28日印发\n").ToString();
    }

    private static string StemAt(int city) =>
        $"{SyntheticWords.CityFirst[city % SyntheticWords.CityFirst.Length]}{SyntheticWords.CitySecond[city / SyntheticWords.CityFirst.Length % SyntheticWords.CitySecond.Length]}";

    private static void WriteSection(StringBuilder text, City city, Dice dice, int section)
    {
        text.Append(CultureInfo.InvariantCulture, $"{"一二三四五六七八九十"[section]}、{city.Officials[section]}{SyntheticWords.Titles[section]}牵头重点工作\n\n");
        for (var item = 1; item <= ItemsOfASection; item++)
        {
            var manner = dice.One(SyntheticWords.Manners);
            var place = dice.One(city.Areas);
            var (verb, thing, measure) = dice.One(SyntheticWords.Works);
            var words = dice.Next(0, 4) switch
            {
                0 => $"{manner}，{dice.One(SyntheticWords.Policies)}，在{place}开展{thing}试点。",
                1 => $"{verb}{thing} {dice.Next(2, 900)} {measure}以上，{manner}，力争 {dice.Next(901, 1200)} {measure}。",
                2 => $"{manner}，{verb}{place}{thing} {dice.Next(2, 900)} {measure}。",
                _ => $"{dice.One(SyntheticWords.Policies)}，{verb}{thing} {dice.Next(2, 900)} {measure}，满意率达到 {dice.Next(80, 99)}%以上。",
            };
            var bodies = dice.Pick(city.Bodies, dice.Next(1, 5));
            var areas = dice.Next(0, 5) == 0 ? "，各县（区）政府" : string.Empty;
            text.Append(CultureInfo.InvariantCulture, $"{item}. {words}\n\n责任单位：{string.Join('、', bodies)}{areas}\n\n");
        }
    }

    private static void WriteProjects(StringBuilder text, City city, Dice dice, int year, (string Verb, string Thing, string Measure)[] projects)
    {
        text.Append(CultureInfo.InvariantCulture, $"{year}年市民生实事项目责任分解\n\n");
        var table = new StringBuilder($"序号\t事项分类\t事项内容\t全市目标任务\t{string.Join('\t', city.Areas)}\t责任单位\n");
        var perField = (projects.Length + SyntheticWords.Fields.Length - 1) / SyntheticWords.Fields.Length;
        for (var i = 0; i < projects.Length; i++)
        {
            var (verb, thing, measure) = projects[i];
            if (i % perField == 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"{"一二三四五六"[i / perField]}、{SyntheticWords.Fields[i / perField]}方面\n\n");
            }

            int[] shares = [.. city.Areas.Select(_ => dice.Next(0, 6) == 0 ? 0 : dice.Next(2, 300))];
            var lead = dice.One(city.Bodies);
            text.Append(CultureInfo.InvariantCulture, $"{i + 1}.{thing}项目。{dice.One(SyntheticWords.Manners)}，{verb}{thing} {shares.Sum()} {measure}。（牵头领导：{dice.One(city.Officials)}，责任单位：{lead}）\n\n");
            table.Append(CultureInfo.InvariantCulture, $"{i + 1}\t{SyntheticWords.Fields[i / perField]}\t{verb}{thing}\t{shares.Sum()} {measure}\t{string.Join('\t', shares.Select(s => s == 0 ? "/" : $"{s}"))}\t{lead}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"附件：{year}年市民生实事项目任务分解\n\n附件\n\n{year}年市民生实事项目任务分解\n\n").Append(table);
    }

    /// <summary>What stays the same in a city over the years.</summary>
    private sealed class City
    {
        public City(int seed, int city)
        {
            var dice = new Dice(seed, city, 0);
            var first = dice.Pick([.. SyntheticWords.AreaFirst], 6);
            Areas = [.. first.Select((c, i) => $"{c}{dice.One([.. SyntheticWords.AreaSecond])}{(i < 3 ? '区' : '县')}")];
            Officials = [.. dice.Pick([.. SyntheticWords.Families], SyntheticWords.Titles.Length).Select(f => $"{f}{dice.One([.. SyntheticWords.Given])}{dice.One([.. SyntheticWords.Given])}")];
            Bodies = [.. dice.Pick(SyntheticWords.Departments, 32).Select(d => d.StartsWith('团') ? d : $"市{d}"), .. Areas.Select(a => $"{a}政府"), $"国网{StemAt(city)}供电公司"];
        }

        public string[] Areas { get; }

        public string[] Officials { get; }

        public string[] Bodies { get; }
    }

    /// <summary>Chance that comes out the same on every machine and runtime.</summary>
    private sealed class Dice(int seed, int city, int year)
    {
        private ulong state = ((ulong)(uint)seed << 40) ^ ((ulong)(uint)city << 16) ^ (uint)year ^ 0x9E3779B97F4A7C15;

        /// <summary>From the first bound to below the second.</summary>
        public int Next(int from, int below)
        {
            state += 0x9E3779B97F4A7C15;
            var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return from + (int)((mixed ^ (mixed >> 31)) % (ulong)(below - from));
        }

        public T One<T>(T[] of) => of[Next(0, of.Length)];

        /// <summary>Different ones, in a new order.</summary>
        public T[] Pick<T>(T[] of, int count)
        {
            var all = of.ToArray();
            for (var i = 0; i < Math.Min(count, all.Length); i++)
            {
                var other = Next(i, all.Length);
                (all[i], all[other]) = (all[other], all[i]);
            }

            return [.. all.Take(count)];
        }
    }
}
