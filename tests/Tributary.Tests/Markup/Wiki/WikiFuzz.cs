using FsCheck;
using FsCheck.Fluent;

namespace Tributary.Tests.Markup.Wiki;

/// <summary>Texts full of wiki markup, well formed or not.</summary>
internal static class WikiFuzz
{
    private static readonly string[] Parts =
    [
        "*", "_", "-", "+", "^", "~", "??", "{*}", "{{", "}}", "{{{}", "{}}}", "{", "}", "[", "]", "|", "||", "!", "\\", "\\\\", "#", ":", "(/)", ":)", "&nbsp;", "&#42;", "&", ";", "--", "---", "----",
        "h1. ", "bq. ", "* ", "** ", "# ", "#* ", "- ", "[ ] ", "{quote}", "{panel}", "{panel:title=a b|bgColor=#deebff}", "{code}", "{code:java}", "{noformat}", "{color:red}", "{color}", "{expand:x}", "{expand}",
        "{toc}", "{anchor:a}", "{info}", "[a|http://b.c]", "[~bob]", "[^a.txt]", "!a.png|width=3!", "http://x.y/z", "mailto:a@b.c", "\n", "\n", "\n", "\n\n", "\r\n", " ", " ", "  ", "\t", "a", "b", "word", "two words", "1", ".", ",",
        "é", "😀", "\ud800", "\u0000", "\u200B", "\u00A0", "\u2028", "ENG-1",
    ];

    public static Arbitrary<string> Texts { get; } = Gen.Elements(Parts).ListOf().Select(string.Concat).ToArbitrary();

    /// <summary>What is repeated or nested without end.</summary>
    public static TheoryData<string, string> Repetitions => new()
    {
        { "*", "" }, { "* a ", "" }, { "_a", "" }, { "{*}", "" }, { "{{", "" }, { "{{a", "" }, { "{", "" }, { "[", "" }, { "[a", "" }, { "[a|", "" }, { "!", "" }, { "!a ", "" }, { "\\", "" }, { "\\\\a", "" }, { "|", "" },
        { "|a", "" }, { "||", "" }, { "|a|\n", "" }, { "* a\n", "" }, { "# ", "" }, { "*# a\n", "" }, { "- [ ] a\n", "" }, { "{quote}", "" }, { "{panel:a}", "{panel}" }, { "{color:red}", "{color}" }, { "{color:red}a{color}", "" },
        { "{color:red}a\n", "" }, { "{code}", "" }, { "{code:a}", "" }, { "{noformat}\n", "" }, { "{x}\n", "" }, { "{x:1}\n", "{x}\n" }, { "{anchor:a}", "" }, { "{anchor:a}\n", "" }, { "{quote}a{quote} b\n", "" }, { ":", "" }, { ":)", "" }, { "http://", "" }, { "http://a ", "" }, { "&", "" },
        { "&amp;", "" }, { "a\n", "" }, { "\n", "" }, { "h1. a\n", "" }, { "bq. a\n", "" }, { "-", "" }, { "--  ", "" }, { "(/) ", "" }, { "a", "" }, { "[a|b]", "" }, { "|[a|b]\n", "" }, { "|{color:red}|{color}", "" }, { "* {quote}\n", "{quote}\n" }, { "{expand:a}\n* b\n|c|\n", "{expand}\n" },
    };
}
