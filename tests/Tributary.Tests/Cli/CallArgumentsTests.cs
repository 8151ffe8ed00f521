using System.Text.Json;
using Tributary.Calling;
using Tributary.Commands;

namespace Tributary.Tests.Cli;

public sealed class CallArgumentsTests
{
    private static readonly JsonElement Schema = JsonElement.Parse("""
        { "type": "object", "properties": {
            "page_id": { "type": "string" }, "limit": { "type": "integer" }, "ratio": { "type": "number" }, "dry_run": { "type": "boolean" },
            "space_keys": { "type": "array" }, "options": { "type": "object" } } }
        """);

    [Theory]
    [InlineData("--page-id 98304", """{"page_id":"98304"}""")]
    [InlineData("--page_id=98304", """{"page_id":"98304"}""")]
    [InlineData("--limit 5 --ratio 0.5", """{"limit":5,"ratio":0.5}""")]
    [InlineData("--limit -5", """{"limit":-5}""")]
    [InlineData("--limit many", """{"limit":"many"}""")]
    [InlineData("--dry-run --limit 5", """{"dry_run":true,"limit":5}""")]
    [InlineData("--dry-run false", """{"dry_run":false}""")]
    [InlineData("--space-keys ENG,OPS --space-keys HR", """{"space_keys":["ENG","OPS","HR"]}""")]
    [InlineData("""--options {"a":1}""", """{"options":{"a":1}}""")]
    [InlineData("--unknown x=y", """{"unknown":"x=y"}""")]
    [InlineData("--title -", """{"title":"-"}""")]
    [InlineData("", "{}")]
    public void Flags_become_what_the_tool_takes(string words, string expected) => Assert.Equal(expected, Json(CallArguments.FromFlags(Words(words), Schema)));

    [Fact]
    public void Without_a_schema_a_value_is_text() => Assert.Equal("""{"limit":"5"}""", Json(CallArguments.FromFlags(["--limit", "5"], null)));

    [Theory]
    [InlineData("98304", "'98304' belongs to no flag: give --name value.")]
    [InlineData("--page-id", "--page-id needs a value.")]
    [InlineData("--page-id --limit 5", "--page-id needs a value.")]
    [InlineData("--limit 5 --limit 6", "--limit is given twice.")]
    [InlineData("--options {", "--options is not valid JSON.")]
    public void What_cannot_be_meant_is_refused(string words, string message) =>
        Assert.Equal(message, Assert.Throws<UsageException>(() => CallArguments.FromFlags(Words(words), Schema)).Message);

    [Theory]
    [InlineData("[]", "--json takes an object, such as '{\"page_id\": \"98304\"}'.")]
    [InlineData("{", "--json is not valid JSON at character 2.")]
    public void Json_must_be_an_object(string text, string message) => Assert.Equal(message, Assert.Throws<UsageException>(() => CallArguments.FromJson(text)).Message);

    private static string[] Words(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Json(IReadOnlyDictionary<string, JsonElement> arguments) =>
        $"{{{string.Join(',', arguments.Select(argument => $"\"{argument.Key}\":{argument.Value.GetRawText()}"))}}}";
}
