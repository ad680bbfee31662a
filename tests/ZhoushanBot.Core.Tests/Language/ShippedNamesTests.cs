using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Notices;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Tests.Language;

/// <summary>Whatever the shipped notice names has a name in the other language.</summary>
public class ShippedNamesTests
{
    private static readonly NoticeContent Notice = ShippedFiles.Notice;
    private static readonly NameBook Book = ShippedFiles.Book;

    [Fact]
    public void The_pack_belongs_to_the_shipped_notice()
    {
        Assert.Equal(Notice.Notice.DocumentNumber, ShippedFiles.Pack.DocumentNumber);
    }

    [Fact]
    public void Every_organization_has_an_English_name()
    {
        var names = Notice.Organizations.Select(o => o.Name).Concat(Notice.Organizations.SelectMany(o => o.OtherNames));

        Assert.DoesNotContain(names, name => Book.Organization(name).English is null);
    }

    [Fact]
    public void Every_organization_stands_in_the_pack_itself_and_nothing_else_does()
    {
        var named = Notice.Organizations.Select(o => o.Name).Concat(Notice.Organizations.SelectMany(o => o.OtherNames)).ToHashSet();

        Assert.Empty(named.Except(ShippedFiles.Pack.Organizations.Keys));
        Assert.Empty(ShippedFiles.Pack.Organizations.Keys.Except(named));
    }

    [Fact]
    public void Every_group_has_an_English_name()
    {
        Assert.DoesNotContain(Notice.Groups, group => Book.Group(group.Name).English is null);
    }

    [Fact]
    public void Every_area_has_an_English_name()
    {
        Assert.All(Notice.Areas, area => Assert.Contains(area.Name, ShippedFiles.Pack.Areas.Keys));
    }

    [Fact]
    public void Every_official_has_a_name_in_pinyin_and_a_post_in_English()
    {
        foreach (var official in Notice.Officials)
        {
            var entry = Book.Official(official.Name, official.Post);

            Assert.Equal(entry.Names.English!.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant(), Pinyin.Of(official.Name));
            Assert.NotNull(entry.PostEnglish);
        }

        Assert.Equal(Notice.Officials.Select(o => o.Name).Order(), ShippedFiles.Pack.Officials.Keys.Order());
    }

    [Fact]
    public void Every_category_has_an_English_name()
    {
        var categories = Notice.WorkItems.SelectMany(item => item.Rows).Select(row => row.Category)
            .Concat(Notice.WorkItems.Where(item => item.List != WorkListKind.WorkReport).Select(item => item.SectionTitle));

        Assert.DoesNotContain(categories, category => Book.Category(category).English is null);
    }

    [Fact]
    public void Every_task_has_an_English_title_and_no_title_is_left_over()
    {
        Assert.Equal(Notice.WorkItems.Select(KeyOf).Order(), ShippedFiles.Pack.Tasks.Keys.Order());
    }

    [Fact]
    public void Every_annex_row_has_an_English_indicator_and_none_is_left_over()
    {
        var rows = from item in Notice.WorkItems
                   from row in item.Rows
                   select $"{KeyOf(item).Split('/')[0]}/{row.Number}.{row.Line}";

        Assert.Equal(rows.Order(), ShippedFiles.Pack.Rows.Keys.Order());
    }

    [Fact]
    public void Every_section_has_an_English_title()
    {
        Assert.Equal(Notice.WorkItems.Select(item => KeyOf(item).Split('.')[0]).Distinct().Order(), ShippedFiles.Pack.Sections.Keys.Order());
    }

    [Fact]
    public void A_title_names_no_number_that_its_task_does_not()
    {
        var strays = from item in Notice.WorkItems
                     let own = Digits(item.Text).Concat(item.Rows.SelectMany(row => Digits(row.Subject))).ToHashSet()
                     let list = KeyOf(item).Split('/')[0]
                     let titles = item.Rows.Select(row => ShippedFiles.Pack.Rows[$"{list}/{row.Number}.{row.Line}"])
                     from number in titles.Append(ShippedFiles.Pack.Tasks[KeyOf(item)]).SelectMany(Digits)
                     where !own.Contains(number)
                     select $"{KeyOf(item)}: {number}";

        Assert.Empty(strays);
    }

    [Fact]
    public void No_word_means_two_names()
    {
        var allowed = ShippedFiles.Pack.Ambiguous.Select(a => NormalizedText.Fold(a.Alias)).ToHashSet();
        var entries = Notice.Organizations.SelectMany(o => o.OtherNames.Prepend(o.Name)).Select(Book.Organization)
            .Concat(Notice.Groups.Select(g => Book.Group(g.Name)))
            .Concat(Notice.Areas.Select(a => Book.Area(a.Name)))
            .Concat(Notice.Officials.Select(o => Book.Official(o.Name, o.Post).Names));
        var words = from entry in entries
                    from word in entry.Aliases.Concat(entry.FormerNames).Append(entry.Name).Append(entry.English!).Select(NormalizedText.Fold).Distinct()
                    group entry.Name by word into sharing
                    where sharing.Distinct().Count() > 1 && !allowed.Contains(sharing.Key)
                    select $"{sharing.Key}: {string.Join('、', sharing.Distinct())}";

        Assert.Empty(words);
    }

    [Fact]
    public void An_ambiguous_word_names_things_that_the_notice_has()
    {
        var known = Notice.Officials.Select(o => o.Name).Concat(Notice.Organizations.Select(o => o.Name)).ToHashSet();

        Assert.All(ShippedFiles.Pack.Ambiguous, ambiguous => Assert.True(ambiguous.Names.Length > 1 && ambiguous.Names.All(known.Contains)));
    }

    private static string KeyOf(WorkItem item) => item.Id[(Notice.Notice.Id.Length + 1)..];

    private static IEnumerable<string> Digits(string text)
    {
        var number = "";
        foreach (var c in text + " ")
        {
            if (char.IsAsciiDigit(c))
            {
                number += c;
            }
            else if (number.Length > 0)
            {
                yield return number;
                number = "";
            }
        }
    }
}
