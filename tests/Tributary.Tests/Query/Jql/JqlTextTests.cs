using Tributary.Query.Jql;

namespace Tributary.Tests.Query.Jql;

public sealed class JqlTextTests
{
    [Fact(Timeout = 10000)]
    public void Quotes_backslashes_and_control_characters_are_escaped_and_nothing_else_is()
    {
        Assert.Equal(
            """
            "a \"b\" \\ 'c' [d] \n\r\t\u0000\u007f\ufffe @#{} größe 😀"
            """,
            JqlText.Quote("a \"b\" \\ 'c' [d] \n\r\t\0\u007f\ufffe @#{} größe 😀"));
    }

    [Fact(Timeout = 10000)]
    public void Half_a_surrogate_pair_and_the_line_ends_of_Unicode_are_escaped()
    {
        Assert.Equal("\"\\ud83d x \\ude00\\ud83d\"", JqlText.Quote("\ud83d x \ude00\ud83d"));
        Assert.Equal("\"\\u2028\\u2029\"", JqlText.Quote("\u2028\u2029"));
    }

    [Theory(Timeout = 10000)]
    [InlineData("assignee", "assignee")]
    [InlineData("cf[10010]", "cf[10010]")]
    [InlineData("cf[010]", "\"cf[010]\"")]
    [InlineData("Story Points", "\"Story Points\"")]
    [InlineData("Team[Team]", "\"Team[Team]\"")]
    [InlineData("date", "\"date\"")]
    [InlineData("Order", "\"Order\"")]
    [InlineData("cf", "\"cf\"")]
    [InlineData("10010", "\"10010\"")]
    [InlineData("größe", "\"größe\"")]
    [InlineData("a\" = 1 or \"b", "\"a\\\" = 1 or \\\"b\"")]
    public void A_field_name_gains_quotes_where_it_needs_them(string name, string printed)
    {
        Assert.Equal(printed, JqlText.FieldName(name));
    }

    [Fact(Timeout = 10000)]
    public void Words_of_a_person_lose_the_syntax_of_the_text_search()
    {
        Assert.Equal("how do I deploy the C service", JqlText.Words("how do I deploy the C++ service?"));
        Assert.Equal("\"release notes\" 2024", JqlText.Words("\"release notes\" 2024"));
        Assert.Equal("release notes", JqlText.Words("\"release notes"));
        Assert.Equal("", JqlText.Words(" *?! "));
        Assert.Equal("\"say hello twice\"", JqlText.Phrase("say \"hello\" [twice]"));
        Assert.Equal("", JqlText.Phrase("\"\""));
    }
}
