using System.Diagnostics;
using Tributary.Markup.Syntax;

namespace Tributary.Tests.Markup.Reading;

public sealed class StorageDocumentTests
{
    [Fact(Timeout = 10000)]
    public Task A_node_knows_exactly_where_it_stands()
    {
        const string storage = "<p>Hi &amp; <ac:link ac:anchor=\"x\"><![CDATA[y]]></ac:link><!-- c --></p>";
        StorageDocument document = StorageDocument.Parse(storage);

        var paragraph = Assert.IsType<StorageElement>(Assert.Single(document.Root.Children));
        Assert.Equal("Hi &amp; ", Slice(paragraph.Children[0]));
        Assert.Equal("Hi & ", ((StorageText)paragraph.Children[0]).Value);
        Assert.Equal("<ac:link ac:anchor=\"x\"><![CDATA[y]]></ac:link>", Slice(paragraph.Children[1]));
        Assert.Equal("<!-- c -->", Slice(paragraph.Children[2]));
        StorageAttribute anchor = ((StorageElement)paragraph.Children[1]).Attributes[0];
        Assert.Equal("ac:anchor=\"x\"", storage[anchor.Start..anchor.End]);
        Assert.True(document.IsComplete);
        return Task.CompletedTask;

        string Slice(StorageNode node) => storage[node.Start..node.End];
    }

    [Theory(Timeout = 10000)]
    [InlineData("<p>a</b></p>")]
    [InlineData("<p>a")]
    [InlineData("a < b")]
    [InlineData("<p class=x>a</p>")]
    [InlineData("<p hidden>a</p>")]
    [InlineData("<![CDATA[a")]
    [InlineData("<p>a<br></p>")]
    public Task A_body_that_is_not_well_formed_is_read_and_marked(string storage)
    {
        StorageDocument document = StorageDocument.Parse(storage);

        Assert.False(document.IsComplete);
        Assert.StartsWith("a", Tributary.Markup.StorageFormat.ToPlainText(storage), StringComparison.Ordinal);
        return Task.CompletedTask;
    }

    [Fact(Timeout = 10000)]
    public Task Siblings_cover_the_source_without_gap_or_overlap_whatever_is_read()
    {
        string[] parts = ["<p>", "</p>", "<b a='1'>", "</b>", "<br>", "<br/>", "<", ">", "&amp;", "text", "<!--", "-->", "<![CDATA[", "]]>", "<a b=", "'", "\"", "</", "<?x"];
        var random = new Random(7);
        for (int round = 0; round < 20_000; round++)
        {
            string storage = string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ => parts[random.Next(parts.Length)]));
            StorageElement root = StorageDocument.Parse(storage).Root;
            Assert.Equal((0, storage.Length), (root.Start, root.End));
            Cover(root, storage);
        }

        return Task.CompletedTask;
    }

    [Fact(Timeout = 10000)]
    public Task Hostile_bodies_cost_no_more_than_their_size()
    {
        string[] bodies = ["<b>", "<b a='", "<b a=\"x", "<!--", "<![CDATA[", "</b>", "<b ", "&", "&amp", "<b></i>", "<br>", "<", "<!", "<?", "<a b a b "];
        StorageDocument.Parse("<p>warm</p>");
        foreach (string body in bodies)
        {
            string storage = string.Concat(Enumerable.Repeat(body, 50_000));
            // The best of a few tries: other work on the machine is no fault of the reader.
            double best = double.MaxValue;
            for (int attempt = 0; attempt < 3 && best > 300; attempt++)
            {
                long start = Stopwatch.GetTimestamp();
                StorageDocument.Parse(storage);
                best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            Assert.True(best < 300, $"{body} took {best} ms");
        }

        return Task.CompletedTask;
    }

    private static void Cover(StorageElement element, string storage)
    {
        int at = element.ContentStart;
        foreach (StorageNode child in element.Children)
        {
            // A stray end tag that closed nothing stays inside the text around it; nothing else may lie between siblings.
            Assert.True(child.Start == at, $"{storage}: {child.Start} is not {at}");
            Assert.True(child.End >= child.Start);
            if (child is StorageElement inner) Cover(inner, storage);
            at = child.End;
        }

        Assert.True(at == element.ContentEnd, $"{storage}: content ends at {element.ContentEnd}, not {at}");
    }
}
