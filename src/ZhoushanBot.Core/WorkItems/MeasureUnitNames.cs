using System.Collections.Frozen;

namespace ZhoushanBot.Core.WorkItems;

/// <summary>English words for measure units; a unit without one is shown as written.</summary>
internal static class MeasureUnitNames
{
    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["人"] = "people",
        ["人次"] = "person-times",
        ["名"] = "people",
        ["户"] = "households",
        ["公里"] = "km",
        ["千米"] = "km",
        ["米"] = "m",
        ["平方米"] = "square metres",
        ["平方公里"] = "square km",
        ["立方米"] = "cubic metres",
        ["方"] = "cubic metres",
        ["吨"] = "tonnes",
        ["载重吨"] = "dwt",
        ["标箱"] = "TEU",
        ["斤"] = "jin (500 g)",
        ["公斤"] = "kg",
        ["列"] = "trains",
        ["千瓦"] = "kW",
        ["亩"] = "mu",
        ["公顷"] = "hectares",
        ["元"] = "yuan",
        ["美元"] = "US dollars",
        ["场次"] = "events",
        ["场"] = "events",
        ["套"] = "homes",
        ["栋"] = "buildings",
        ["幢"] = "buildings",
        ["起"] = "cases",
        ["条"] = string.Empty,
        ["个"] = string.Empty,
        ["家"] = string.Empty,
        ["项"] = string.Empty,
        ["座"] = string.Empty,
        ["辆"] = "vehicles",
        ["艘"] = "vessels",
        ["间"] = "rooms",
        ["株"] = "plants",
        ["批次"] = "batches",
        ["批次/千人"] = "batches per thousand people",
        ["微克/立方米"] = "micrograms per cubic metre",
        ["千瓦时"] = "kWh",
        ["兆瓦"] = "MW",
        ["吉瓦"] = "GW",
        ["吉瓦时"] = "GWh",
        ["兆瓦时"] = "MWh",
        ["天"] = "days",
        ["部"] = string.Empty,
        ["件"] = string.Empty,
        ["只"] = string.Empty,
        ["门"] = string.Empty,
        ["根"] = string.Empty,
        ["盏"] = string.Empty,
        ["台"] = string.Empty,
        ["处"] = string.Empty,
        ["所"] = string.Empty,
        ["张"] = string.Empty,
        ["县（区）"] = "counties and districts",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Words = Names.Values.SelectMany(n => n.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(w => w.TrimEnd('s')).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>True for an English word of a unit's name, one or many: metre, cubic, households.</summary>
    public static bool HasWord(string word) => Words.Contains(word.TrimEnd('s'));

    /// <summary>True for a unit that has an entry here, be it an empty one.</summary>
    public static bool IsKnown(string measureUnit) => Names.ContainsKey(measureUnit);

    public static string English(string measureUnit) => Names.GetValueOrDefault(measureUnit, measureUnit);
}
