using System.Text.Json;
using Tributary.Tools;
using Tributary.Tools.Catalog;

namespace Tributary.Tests.Tools.Catalog;

public sealed class ArgumentsTests
{
    [Theory]
    [InlineData("""{"page_id": 98304, "limit": "25"}""")]
    [InlineData("""{"page_id": "98304", "limit": 25.0}""")]
    [InlineData("""{"page_id": "98304", "limit": null, "location": "", "status": null}""")]
    [InlineData("""{"page_id": "98304", "location": "ALL"}""")]
    public void What_can_only_mean_one_thing_is_accepted(string json)
    {
        object?[] values = Bind("confluence_get_comments", json);

        Assert.Equal("98304", values[0]!.ToString());
        Assert.Equal("All", values[1]!.ToString());
        Assert.Equal(25, values[3]);
    }

    [Theory]
    [InlineData("true")]
    [InlineData("\"true\"")]
    [InlineData("\"True\"")]
    public void A_boolean_may_come_as_text(string value) =>
        Assert.Equal(true, Bind("confluence_create_page", $$"""{"space_key": "ENG", "title": "T", "draft": {{value}}}""")[^1]);

    [Theory]
    [InlineData("""["ENG", "OPS"]""")]
    [InlineData("\"ENG, OPS\"")]
    public void A_list_may_come_as_text_with_commas(string value) =>
        Assert.Equal(new[] { "ENG", "OPS" }, Bind("confluence_list_spaces", $$"""{"space_keys": {{value}}}""")[0]);

    [Theory]
    [InlineData("{}", "`page_id` is missing.", "Give `page_id`: an id such as \"98304\".")]
    [InlineData("""{"page_id": null}""", "`page_id` is missing.", "Give `page_id`: an id such as \"98304\".")]
    [InlineData("""{"page_id": "1/../2"}""", "`page_id` is \"1/../2\"; it must be an id such as \"98304\".", "Correct `page_id`.")]
    [InlineData("""{"page_id": "98\u200b304"}""", "`page_id` is \"98\\u200b304\"; it must be an id such as \"98304\".", "Correct `page_id`.")]
    [InlineData("""{"page_id": ["1"]}""", "`page_id` is a list; it must be an id such as \"98304\".", "Correct `page_id`.")]
    [InlineData("""{"page_id": "1", "limit": 500}""", "`limit` is 500; it must be an integer from 1 to 100.", "Correct `limit`.")]
    [InlineData("""{"page_id": "1", "limit": "many"}""", "`limit` is \"many\"; it must be an integer from 1 to 100.", "Correct `limit`.")]
    [InlineData("""{"page_id": "1", "limit": 2.5}""", "`limit` is 2.5; it must be an integer from 1 to 100.", "Correct `limit`.")]
    [InlineData("""{"page_id": "1", "location": "header"}""", "`location` is \"header\"; it must be one of all, footer, inline.", "Correct `location`.")]
    [InlineData("""{"page_id": "1", "pageid": "1"}""", "`pageid` is not an argument of confluence_get_comments.", "Did you mean `page_id`?")]
    [InlineData("""{"page_id": "1", "depth": 3}""", "`depth` is not an argument of confluence_get_comments.", "Its arguments are page_id, location, status, limit, start, expand.")]
    [InlineData("""{"limit": 0, "locations": "all"}""",
        "`locations` is not an argument of confluence_get_comments. `page_id` is missing. `limit` is 0; it must be an integer from 1 to 100.",
        "Did you mean `location`? Give `page_id`: an id such as \"98304\". Correct `limit`.")]
    public void A_wrong_argument_is_named_with_what_is_expected(string json, string message, string hint)
    {
        ToolException refusal = Assert.Throws<ToolException>(() => Bind("confluence_get_comments", json));

        Assert.Equal(("invalid_params", message, hint), (refusal.Code, refusal.Message, refusal.Hint));
    }

    [Theory]
    [InlineData("\\u0000", "U+0000")]
    [InlineData("\\u001b[2J", "U+001B")]
    public void Text_that_no_page_can_hold_is_refused(string escape, string shown)
    {
        ToolException refusal = Assert.Throws<ToolException>(() => Bind("confluence_get_page", $$"""{"title": "a{{escape}}"}"""));

        Assert.Equal(($"`title` holds the control character {shown}, which no page or issue can keep.", "Leave it out of `title`."), (refusal.Message, refusal.Hint));
    }

    [Fact]
    public void A_long_wrong_value_is_shown_by_its_beginning_alone()
    {
        ToolException refusal = Assert.Throws<ToolException>(() => Bind("confluence_get_comments", $$"""{"page_id": "{{new string('a', 5000)}}"}"""));

        Assert.Equal($"`page_id` is \"{new string('a', 40)}…\"; it must be an id such as \"98304\".", refusal.Message);
    }

    private static object?[] Bind(string tool, string json) =>
        Arguments.Bind(ToolCatalog.Find(tool)!, JsonElement.Parse(json).EnumerateObject().ToDictionary(property => property.Name, property => property.Value));
}
