namespace ZhoushanBot.Core.Answers;

/// <content>What is said of areas and their targets. In Chinese.</content>
internal sealed partial class ChineseAnswerText
{
    public override string CompareEqual => "两者相同";

    public override string TargetsCompared(bool fewestFirst, bool areEqual, string each) => areEqual ? $"分解目标一样多：{each}。" : $"分解目标从{(fewestFirst ? "少到多" : "多到少")}：{each}。";

    public override string PlaceInOrder(int place, string names, string figure) => $"第{place}名是{names}：{figure}";

    public override string OrderHasOnly(int count) => $"只有 {count} 个有数，没有这一名";

    public override string Together(string areas) => $"{areas}合计";

    public override string UnlikeUnits => "这些目标的计量单位不同，不能互相比较大小，分别是：";

    public override string NoSumOfRates => "百分比、比率和平均数不能相加，这里分别列出。";

    public override string EveryCountyHasTarget => "各县（市、区）都有目标";

    public override string EveryAreaHasTarget => "表中所有地区都有目标。";

    public override string BreakdownLabel(string row, string city, string areas) => $"分解{(row.Length > 0 ? $"（{row}）" : string.Empty)}：全{ranks.Own} {city}；{areas}";

    public override string City(string figure) => $"全{ranks.Own} {figure}";

    public override string CityAndShare(string figure, string percent) => $"{City(figure)}，占 {percent}%";

    public override string Higher(string area) => $"{area}更高";

    public override string AllHaveTarget(string areas, int rows) => $"没有这样的任务：附件里的 {rows} 项指标都给{areas}下达了目标。";

    public override string AreasWithin(string bound, int count, string areas) => count == 0 ? $"没有地区的目标{bound}" : $"目标{bound}的地区有 {count} 个：{areas}";

    public override string TargetsWithin(string areas, string bound, int count) => count == 0 ? $"{areas}没有{bound}的目标。" : $"{areas}{bound}的目标共 {count} 个。";

    public override string AreaValue(string area, string figure, string city) => $"{area} {figure}（全{ranks.Own} {city}）";

    public override string AreaHasNone(string area) => $"{area}没有这项目标。";

    public override string AreaTargetsMissing(string areas, int count) => count == 0 ? $"表中每项指标都给{areas}下达了目标。" : $"表中有 {count} 项指标没有给{areas}下达目标。";

    public override string AreaAllTargets(string area, int with, int without) =>
        $"{area}共有 {with} 个分解目标{(without > 0 ? $"；另有 {without} 项表中没有给{area}下达目标" : string.Empty)}。";

    public override string AreaTargetsBeside(string area, int count) => $"另外，附件还给{area}下达了 {count} 个分解目标。";

    public override string NotBrokenDown(string area) => $"这项任务没有分解到{(area.Length > 0 ? area : "各地")}，通知只给出全{ranks.Own}要求：";

    public override string CompareResult(string larger, string difference) => $"{larger}更多，相差 {difference}";

    public override string AllAlike(string areas, string figure) => $"各地一样，都是{figure}（{areas}）";

    public override string MoreIn(string area, string others, int count) =>
        $"{area}比{(others.Length > 0 ? others : "其他各地都")}多的目标有 {count} 项{(count > 0 ? "：" : "。")}";

    public override string Largest(string areas, string figure) => $"最多的是{areas}：{figure}";

    public override string Smallest(string areas, string figure) => $"最少的是{areas}：{figure}";

    public override string AmongCounties(string areas, string figure) => $"只看县（市、区）是{areas}：{figure}";

    public override string Foremost(int count, string named, bool largest) => $"最{(largest ? "多" : "少")}的 {count} 个：{named}";

    public override string RankHeadline(int count) => $"从多到少，{count} 个地区有目标：";

    public override string ShareOf(string area, string figure, string city, string percent) => $"{area} {figure}，占全{ranks.Own} {city} 的 {percent}%";

    public override string SumOf(string areas, string sum, string parts) => $"{areas}合计 {sum}（{parts}）";

    public override string OnlyOneHas(string area) => $"只有{area}有这项目标";

    public override string Others(string values) => $"此外：{values}";

    public override string AreaTargetsAlone(string areas, int count) => count == 0 ? $"没有只给{areas}下达的分解目标。" : $"只给{areas}下达的分解目标共 {count} 项：";

    public override string WithoutTarget(string areas) => $"没有目标的地区：{areas}";

    public override string AllAreasHeadline(int rows) => rows == 1 ? "各地分解目标：" : $"各地分解目标（{rows} 项指标）：";

    public override string Areas(int count) => $"附件表格中有 {count} 个地区：";
}
