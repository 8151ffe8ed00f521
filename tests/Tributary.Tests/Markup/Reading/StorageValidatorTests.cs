using System.Diagnostics;
using System.Xml;
using Tributary.Markup;

namespace Tributary.Tests.Markup.Reading;

public sealed class StorageValidatorTests
{
    [Theory(Timeout = 10000)]
    [InlineData("")]
    [InlineData("plain words")]
    [InlineData("<p>Hello <strong>you</strong> &amp; &rarr; &#233; &#x1F600;</p>")]
    [InlineData("<br/><br></br><hr />")]
    [InlineData("<ac:link><ri:page ri:content-title='A \"b\"' /></ac:link><at:var at:name=\"x\"/>")]
    [InlineData("<ac:plain-text-body><![CDATA[a < b && c]]]]><![CDATA[>]]></ac:plain-text-body>")]
    [InlineData("<p><!-- a comment --></p>")]
    [InlineData("<x:y xmlns:x=\"urn:x\" x:z=\"1\"><x:y/></x:y>")]
    [InlineData("<p>日本語 \U0001F468\u200D\U0001F469\u200D\U0001F467</p>")]
    public Task A_body_that_Confluence_stores_is_accepted(string storage)
    {
        Assert.Null(StorageFormat.Validate(storage));
        return Task.CompletedTask;
    }

    [Theory(Timeout = 10000)]
    [InlineData("<p>Hello <strong>you</p>", 1, 21, "Unexpected close tag </p>; expected </strong>.")]
    [InlineData("<p>one</p>\n<p>two", 2, 7, "Unexpected EOF; was expecting a close tag for element <p>.")]
    [InlineData("</p>", 1, 1, "Unbalanced close tag </p>; no open start tag.")]
    [InlineData("<p>a & b</p>", 1, 7, "Unexpected character ' ' (code 32) (missing name?)")]
    [InlineData("<p>AT&T</p>", 1, 8, "Unexpected character '<' (code 60); expected a semi-colon after the reference for entity 'T'.")]
    [InlineData("<p>&unknown;</p>", 1, 4, "Undeclared general entity \"unknown\".")]
    [InlineData("<p>&#0;</p>", 1, 4, "Illegal character entity: &#0; is not a valid XML character.")]
    [InlineData("<p>a < b</p>", 1, 7, "Unexpected character ' ' (code 32) in content after '<' (malformed start element?).")]
    [InlineData("<p>]]></p>", 1, 4, "String ']]>' not allowed in textual content, except as the end marker of CDATA section.")]
    [InlineData("<a href=x>y</a>", 1, 9, "Unexpected character 'x' (code 120); in start tag expected a quote.")]
    [InlineData("<a b=\"1\"c=\"2\"/>", 1, 9, "Unexpected character 'c' (code 99); expected space, or '>' or \"/>\".")]
    [InlineData("<a b=\"1\" b=\"2\"/>", 1, 10, "Duplicate attribute 'b'.")]
    [InlineData("<a b/>", 1, 5, "Unexpected character '/' (code 47); expected '='.")]
    [InlineData("<a b=\"<\"/>", 1, 7, "Unexpected character '<' (code 60) in attribute value.")]
    [InlineData("<x:y/>", 1, 2, "Undeclared namespace prefix \"x\".")]
    [InlineData("<p x:y=\"1\"/>", 1, 4, "Undeclared namespace prefix \"x\" for attribute \"x:y\".")]
    [InlineData("<!DOCTYPE p []><p/>", 1, 1, "A document type or declaration is not allowed in content.")]
    [InlineData("<?xml version=\"1.0\"?><p/>", 1, 1, "A processing instruction is not allowed in content.")]
    [InlineData("<p>\u0001</p>", 1, 4, "Illegal character (CTRL-CHAR, code 1).")]
    [InlineData("<p><![CDATA[ open</p>", 1, 22, "Unexpected EOF in CDATA section.")]
    [InlineData("<p><!-- a -- b --></p>", 1, 13, "String '--' not allowed in comment (missing '>'?).")]
    public Task A_fault_is_named_with_its_place(string storage, int line, int column, string message)
    {
        Assert.Equal(new StorageError(line, column, message), StorageFormat.Validate(storage));
        return Task.CompletedTask;
    }

    [Fact(Timeout = 10000)]
    public Task Half_a_character_is_refused()
    {
        Assert.Equal(new StorageError(1, 4, "Illegal character (not a character of XML, code 55296)."), StorageFormat.Validate("<p>\uD800</p>"));
        return Task.CompletedTask;
    }

    [Fact(Timeout = 10000)]
    public Task The_words_are_those_of_Confluence()
    {
        Assert.Equal(
            "Error parsing xhtml: Unexpected close tag </p>; expected </strong>.\n at [row,col {unknown-source}]: [1,21]",
            StorageFormat.Validate("<p>Hello <strong>you</p>")!.ToString());
        return Task.CompletedTask;
    }

    [Fact(Timeout = 10000)]
    public Task Two_hundred_thousand_nested_elements_are_refused_at_once()
    {
        const int depth = 200_000;
        string[] bodies =
        [
            string.Concat(Enumerable.Repeat("<b>", depth)) + string.Concat(Enumerable.Repeat("</b>", depth)),
            string.Concat(Enumerable.Repeat("<b>", depth)),
            string.Concat(Enumerable.Repeat("<b a='", depth)),
        ];
        StorageFormat.Validate(bodies[0][..3000]);
        foreach (string body in bodies)
        {
            double best = double.MaxValue;
            for (int attempt = 0; attempt < 5 && best > 100; attempt++)
            {
                long start = Stopwatch.GetTimestamp();
                Assert.NotNull(StorageFormat.Validate(body));
                best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            Assert.InRange(best, 0, 100);
        }

        return Task.CompletedTask;
    }

    [Fact(Timeout = 10000)]
    public Task A_body_over_the_size_limit_is_refused()
    {
        Assert.NotNull(StorageFormat.Validate(new string('x', 20_000_001)));
        return Task.CompletedTask;
    }

    [Fact(Timeout = 10000)]
    public Task It_agrees_with_a_validating_reader_on_any_mixture_of_markup()
    {
        string[] parts =
        [
            "<p>", "</p>", "<b>", "</b>", "<br/>", "<", ">", "&", ";", "&amp;", "&#65;", "&#x0;", "\"", "'", "=", " ", "a", "a='1'", " b=\"2\"", "<p a=\"", "x:", ":", "<ac:link ",
            "/>", "<!--", "-->", "--", "<![CDATA[", "]]>", "]]", "\n", "é", "1", "\u0002", "xmlns:x='u' ", "<x:i", "/", "&#", "&lt;",
        ];
        var random = new Random(20261);
        int accepted = 0;
        for (int round = 0; round < 20_000; round++)
        {
            string body = string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => parts[random.Next(parts.Length)]));
            bool expected = IsWellFormed(body);
            Assert.True(expected == (StorageFormat.Validate(body) is null), $"{body} should be {(expected ? "accepted" : "refused")}: {StorageFormat.Validate(body)}");
            if (expected) accepted++;
        }

        Assert.InRange(accepted, 300, 19_000);
        return Task.CompletedTask;
    }

    private static bool IsWellFormed(string body)
    {
        var namespaces = new XmlNamespaceManager(new NameTable());
        namespaces.AddNamespace("ac", "urn:ac");
        var settings = new XmlReaderSettings { ConformanceLevel = ConformanceLevel.Fragment };
        try
        {
            using var reader = XmlReader.Create(new StringReader(body), settings, new XmlParserContext(null, namespaces, null, XmlSpace.None));
            while (reader.Read())
            {
            }

            return true;
        }
        catch (XmlException)
        {
            return false;
        }
    }
}
