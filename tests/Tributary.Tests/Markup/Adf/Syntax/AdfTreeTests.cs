using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Tributary.Markup.Adf;
using Tributary.Markup.Adf.Syntax;

namespace Tributary.Tests.Markup.Adf.Syntax;

public sealed class AdfTreeTests
{
    private static readonly Config Thorough = PropertyCases.Of(500);

    [Fact(Timeout = 10000)]
    public void Every_value_knows_exactly_its_own_text()
    {
        Check.One(Thorough, Prop.ForAll(Arb.From(AdfSample.Documents), adf =>
        {
            AdfTree tree = AdfTree.Read(adf);
            return tree.Error is null && tree.Root!.Start == adf.IndexOf('{', StringComparison.Ordinal) && Agree(adf, tree.Root!);
        }));
    }

    [Fact(Timeout = 10000)]
    public void Any_text_is_read_or_refused_just_as_the_platforms_own_reader_does()
    {
        Gen<string> mutated = from adf in AdfSample.Documents from place in Gen.Choose(0, adf.Length) from length in Gen.Choose(0, 3) from put in Gen.Elements("", "{", "}", "\"", "\\", ",", ":", "1", "e", "\t", "\u0001", "null") select Mutate(adf, place, length, put);
        Check.One(Thorough, Prop.ForAll(Arb.From(mutated), cut =>
        {
            // Half a pair of surrogates is no text that could arrive.
            string text = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(cut));
            AdfTree tree = AdfTree.Read(text);
            return (tree.Error is null) == IsDocument(text) && (tree.Error is null) != (tree.Root is null);
        }));
    }

    [Theory]
    [InlineData("", 1, 1)]
    [InlineData("{", 1, 2)]
    [InlineData("[]", 1, 1)]
    [InlineData("{\"type\":\"paragraph\"}", 1, 1)]
    [InlineData("{\n \"type\": \"doc\",\n \"type\": \"doc\"}", 3, 8)]
    [InlineData("{\"type\":\"doc\",}", 1, 15)]
    [InlineData("{\"type\":\"doc\"} x", 1, 16)]
    [InlineData("{\"type\":\"doc\",\"version\":01}", 1, 26)]
    [InlineData("{\"type\":\"doc\",\"x\":\"\\ud8zz\"}", 1, 20)]
    public void A_fault_is_told_with_its_line_and_column(string text, int line, int column)
    {
        AdfError error = AdfTree.Read(text).Error!;

        Assert.Equal((line, column), (error.Line, error.Column));
        Assert.NotEmpty(error.Message);
    }

    [Fact(Timeout = 10000)]
    public void A_name_given_twice_among_many_is_a_fault()
    {
        string members = string.Concat(Enumerable.Range(0, 50).Select(number => $",\"a{number}\":1"));

        Assert.Null(AdfTree.Read($"{{\"type\":\"doc\"{members}}}").Error);
        Assert.NotNull(AdfTree.Read($"{{\"type\":\"doc\"{members},\"a49\":2}}").Error);
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{\"content\":", "}")]
    [InlineData("{\"type\":\"panel\",\"content\":[", "]}")]
    public void What_nests_deeper_than_any_page_is_a_fault(string open, string close)
    {
        string nested = string.Concat(Enumerable.Repeat(open, 200_000)) + "1" + string.Concat(Enumerable.Repeat(close, 200_000));

        AdfError error = AdfTree.Read($"{{\"type\":\"doc\",\"content\":{nested}}}").Error!;

        Assert.Contains("256", error.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 10000)]
    public void A_text_beyond_the_limit_is_a_fault() => Assert.NotNull(AdfTree.Read(new string(' ', 20_000_001)).Error);

    private static string Mutate(string text, int place, int length, string put) => text[..place] + put + text[Math.Min(text.Length, place + length)..];

    private static bool IsDocument(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 256, AllowDuplicateProperties = false });
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("type", out JsonElement type) && type.ValueKind == JsonValueKind.String && type.GetString() == "doc";
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool Agree(string source, AdfValue value)
    {
        using var own = JsonDocument.Parse(source[value.Start..value.End]);
        return value switch
        {
            AdfObject node => own.RootElement.EnumerateObject().Select(member => member.Name).SequenceEqual(node.Members.Select(member => member.Name)) && node.Members.All(member => Agree(source, member.Value)),
            AdfArray array => own.RootElement.GetArrayLength() == array.Items.Count && array.Items.All(item => Agree(source, item)),
            AdfScalar { String: { } text } => own.RootElement.GetString() == text,
            AdfScalar { Value: { } written } => own.RootElement.GetRawText() == written,
            _ => own.RootElement.ValueKind == JsonValueKind.Null,
        };
    }
}
