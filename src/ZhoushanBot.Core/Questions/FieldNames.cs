using System.Text.RegularExpressions;
using ZhoushanBot.Core.Lookup;

namespace ZhoushanBot.Core.Questions;

/// <summary>"The port tasks led by the transport bureau", "交通局牵头的港航任务": beside another unit, a bureau's field without a word for a body tells what the tasks are about.</summary>
internal static partial class FieldNames
{
    private static readonly string[] BodyWords = ["bureau", "commission", "office", "committee", "department", "administration", "government", "group", "company", "court", "police"];

    /// <summary>The question with such a field in its subject; as it is where no other unit is named, or nothing is about the field.</summary>
    public static Recognition InSubject(Recognition heard, WorkItemIndex index)
    {
        if (heard.Mentions.Count(m => m.Candidates is [Entity.Body]) != 2 || heard.Mentions.FirstOrDefault(m => IsField(m, heard.Text.Text)) is not { } field)
        {
            return heard;
        }

        var subject = new SubjectWords([.. heard.Subject.Groups, new SubjectGroup([field.Form])]);
        return SubjectSearch.Find(subject, index).IsEmpty ? heard : heard with { Mentions = heard.Mentions.Remove(field), Subject = subject };
    }

    /// <summary>A body's name ends in what it is: 局, 委, 办.</summary>
    private static bool IsField(Mention mention, string text) => mention.Candidates is [Entity.Body { Name: var name }] && BeforeTasks().IsMatch(text[mention.Span.End..])
        && (SubjectIndex.IsHan(mention.Form[0]) ? mention.Form[^1] != name[^1] : !Array.Exists(BodyWords, w => mention.Form.Contains(w, StringComparison.Ordinal)));

    // port tasks, 港航任务, 港航方面的任务
    [GeneratedRegex(@"^ (?:tasks?|items?|projects?|work|works|jobs?|measures)\b|^ ?的?(?:任务|工作|项目|事项|方面|领域|类)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BeforeTasks();
}
