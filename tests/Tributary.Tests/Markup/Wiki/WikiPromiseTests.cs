using Tributary.Markup;

namespace Tributary.Tests.Markup.Wiki;

/// <summary>What is there stays as it is written, and what is new is read as it was given.</summary>
public sealed class WikiPromiseTests
{
    [Theory]
    [InlineData("{quote}\nfoo\n", "\n> bar\n>\n> baz\n", "\\{quote}\nfoo\n\n{quote}\nbar\n\nbaz\n{quote}\n")]
    [InlineData("{code}\nfoo\n", "\n```\nx\n```\n", "\\{code}\nfoo\n\n{code}\nx\n{code}\n")]
    [InlineData("{noformat}\nfoo\n", "\n```noformat\nx\n```\n", "\\{noformat}\nfoo\n\n{noformat}\nx\n{noformat}\n")]
    [InlineData("a {color} foo\n", "\n:color[x]{#ff0000} y\n", "a \\{color} foo\n\n{color:#ff0000}x{color} y\n", false)]
    public void A_tag_that_is_never_closed_swallows_nothing(string wiki, string added, string edited, bool isEscaped = true)
    {
        string markdown = WikiMarkup.ToMarkdown(wiki).Text + added;

        Conversion altered = WikiMarkup.FromMarkdown(markdown, wiki);

        Assert.Equal(markdown, WikiMarkup.ToMarkdown(altered.Text).Text);
        Assert.Equal(isEscaped ? edited : edited.Replace("\\", "", StringComparison.Ordinal), altered.Text);
        Assert.Equal(isEscaped ? ["tag of a macro that is never closed, escaped"] : [], altered.Losses.Select(loss => loss.What));
    }

    [Fact(Timeout = 10000)]
    public void A_tag_that_is_never_closed_stays_where_nothing_touches_it()
    {
        const string wiki = "{quote}\nfoo\n\nbar\n";

        Assert.Equal("{quote}\nfoo\n\nbaz\n", WikiMarkup.FromMarkdown(WikiMarkup.ToMarkdown(wiki).Text.Replace("bar", "baz", StringComparison.Ordinal), wiki).Text);
    }

    [Theory]
    [InlineData("{info:title=Hey}\nx\n{info}", "Hey", "Ho", "{info:title=Ho}\nx\n{info}")]
    [InlineData("{info:title=Hey}\nx\n{info}", "[!NOTE]", "[!CAUTION]", "{warning:title=Hey}\nx\n{warning}")]
    [InlineData("{tip}\nx\n{tip}", "[!TIP]", "[!TIP] Title", "{tip:title=Title}\nx\n{tip}")]
    public void An_alert_of_an_app_stays_one(string wiki, string from, string to, string edited)
    {
        Conversion altered = WikiMarkup.FromMarkdown(WikiMarkup.ToMarkdown(wiki).Text.Replace(from, to, StringComparison.Ordinal), wiki);

        Assert.Equal(edited, altered.Text);
        Assert.Empty(altered.Losses);
    }

    [Theory]
    [InlineData(":::panel{color=#ffeebb}\nx\n:::\n", "value 'color' of a panel, which Jira does not have")]
    [InlineData("![A](attachment:a.png){caption=\"Below\"}\n", "caption of an image, which Jira does not show")]
    public void What_Jira_has_no_place_for_is_told(string markdown, string loss) => Assert.Equal([loss], WikiMarkup.FromMarkdown(markdown).Losses.Select(each => each.What));

    [Theory]
    [InlineData("??a??  ??b?? word", "word", "other", "??a??  ??b?? other")]
    [InlineData("see ??a  b?? word", "word", "other", "see ??a  b?? other")]
    [InlineData("see ??a?? and   then word", "word", "other", "see ??a?? and   then other")]
    public void Citations_stay(string wiki, string from, string to, string edited) =>
        Assert.Equal(edited, WikiMarkup.FromMarkdown(WikiMarkup.ToMarkdown(wiki).Text.Replace(from, to, StringComparison.Ordinal), wiki).Text);
}
