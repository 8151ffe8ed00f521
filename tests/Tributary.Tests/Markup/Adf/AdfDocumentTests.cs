using System.Text.Json.Nodes;
using Tributary.Markup;
using Tributary.Markup.Adf;
using Tributary.Markup.Rendering;

namespace Tributary.Tests.Markup.Adf;

public sealed class AdfDocumentTests
{
    private static readonly ViewContext Context = new() { UserName = id => id == "u1" ? "Alice" : null, PageUrl = page => $"https://wiki.example/{page.Title}" };

    [Theory]
    [InlineData("<p>Plain <strong>bold <em>both</em></strong> <code>x</code></p>")]
    [InlineData("<h2>Heading</h2><p>One<br />two</p><hr />")]
    [InlineData("<ul><li><p>One</p><ul><li><p>Nested</p></li></ul></li></ul>")]
    [InlineData("<ol start=\"3\"><li><p>Three</p></li></ol>")]
    [InlineData("<table><tbody><tr><th><p>Head</p></th></tr><tr><td colspan=\"2\"><p>Cell</p></td></tr></tbody></table>")]
    [InlineData("<blockquote><p>Said</p></blockquote>")]
    [InlineData("<p><a href=\"https://example.com/?a=1&amp;b=2\">Link</a></p>")]
    [InlineData("<p><ac:link><ri:user ri:account-id=\"u1\" /></ac:link></p>")]
    [InlineData("<p><time datetime=\"2026-01-31\" /></p>")]
    [InlineData("<p><ac:inline-comment-marker ac:ref=\"r1\">marked</ac:inline-comment-marker></p>")]
    [InlineData("<ac:structured-macro ac:name=\"info\" ac:schema-version=\"1\"><ac:rich-text-body><p>Note</p></ac:rich-text-body></ac:structured-macro>")]
    [InlineData("<ac:structured-macro ac:name=\"toc\" ac:schema-version=\"1\" ac:macro-id=\"m1\"><ac:parameter ac:name=\"maxLevel\">3</ac:parameter></ac:structured-macro>")]
    [InlineData("<ac:structured-macro ac:name=\"code\" ac:schema-version=\"1\"><ac:parameter ac:name=\"language\">java</ac:parameter><ac:plain-text-body><![CDATA[a < b && c]]></ac:plain-text-body></ac:structured-macro>")]
    [InlineData("<ac:image ac:layout=\"center\" ac:alt=\"Alt\"><ri:attachment ri:filename=\"a.png\" /><ac:caption>Caption</ac:caption></ac:image>")]
    [InlineData("<ac:layout><ac:layout-section ac:type=\"two_equal\"><ac:layout-cell><p>L</p></ac:layout-cell><ac:layout-cell><p>R</p></ac:layout-cell></ac:layout-section></ac:layout>")]
    public void What_both_formats_know_comes_back_as_it_was(string storage)
    {
        AdfConversion back = AdfDocument.ToStorage(AdfDocument.FromStorage(storage, Context));

        Assert.Null(back.Error);
        Assert.Equal(storage, back.Storage);
    }

    [Fact]
    public void Panels_carry_the_editors_names()
    {
        Assert.Equal("success", PanelOf("tip"));
        Assert.Equal("warning", PanelOf("note"));
        Assert.Equal("error", PanelOf("warning"));

        static string PanelOf(string macro) => Convert($"<ac:structured-macro ac:name=\"{macro}\"><ac:rich-text-body><p>x</p></ac:rich-text-body></ac:structured-macro>")["content"]![0]!["attrs"]!["panelType"]!.GetValue<string>();
    }

    [Fact]
    public void A_block_where_the_schema_allows_none_gives_way_to_what_it_holds()
    {
        JsonObject doc = Convert("<ul><li><h2>Heading</h2><table><tbody><tr><td><p>Cell</p></td></tr></tbody></table></li></ul>");
        JsonArray item = doc["content"]![0]!["content"]![0]!["content"]!.AsArray();

        Assert.All(item, block => Assert.Equal("paragraph", block!["type"]!.GetValue<string>()));
        Assert.Contains("Heading", item.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("Cell", item.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_body_is_a_document_with_an_empty_paragraph() => Assert.Equal("""{"type":"doc","content":[{"type":"paragraph","content":[]}],"version":1}""", Convert("").ToJsonString());

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("{\"type\":\"paragraph\"}")]
    [InlineData("{\"type\":\"doc\",\"content\":[{\"type\":5}]}")]
    public void What_is_no_document_is_an_error_and_no_exception(string adf)
    {
        AdfConversion conversion = AdfDocument.ToStorage(adf);

        Assert.Null(conversion.Storage);
        Assert.NotEmpty(conversion.Error!);
    }

    [Fact]
    public void Storage_made_from_ADF_is_storage_that_Confluence_accepts()
    {
        const string adf = """{"type":"doc","version":1,"content":[{"type":"paragraph","content":[{"type":"text","text":"a < b & \"c\"","marks":[{"type":"link","attrs":{"href":"https://example.com/?a=1&b=\"2\""}},{"type":"unheard"}]},{"type":"unheard","content":[{"type":"text","text":"kept"}]}]},{"type":"taskList","attrs":{"localId":"l"},"content":[{"type":"taskItem","attrs":{"localId":"1","state":"DONE"},"content":[{"type":"text","text":"Done"}]}]}]}""";
        string storage = AdfDocument.ToStorage(adf).Storage!;

        Assert.Null(StorageFormat.Validate(storage));
        Assert.Contains("kept", storage, StringComparison.Ordinal);
        Assert.Contains("<ac:task-status>complete</ac:task-status>", storage, StringComparison.Ordinal);
    }

    private static JsonObject Convert(string storage) => JsonNode.Parse(AdfDocument.FromStorage(storage, Context))!.AsObject();
}
