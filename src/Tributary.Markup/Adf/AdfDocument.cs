using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tributary.Markup.Rendering;
using Tributary.Markup.Syntax;

namespace Tributary.Markup.Adf;

/// <summary>Atlassian Document Format: how Cloud's newer editor, and Jira on Cloud, keep a body. Total: no text makes it throw.</summary>
public static partial class AdfDocument
{
    private const int MaxDepth = 256;

    // An item of a list is a list, an item and a paragraph, each an object in an array.
    private const int MostLevelsAnElement = 8;

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = MostLevelsAnElement * MaxDepth };

    /// <summary>The body as ADF's JSON; valid by its schema. As on Cloud, a round trip from storage format through ADF is not lossless.</summary>
    /// <param name="context">Gives internal links their addresses and people their names.</param>
    public static string FromStorage(string storage, ViewContext context) => new AdfWriter(context).Document(StorageDocument.Parse(storage)).ToJsonString(Relaxed);

    /// <summary>The document as storage format; or, where it is no ADF, what is wrong with it.</summary>
    public static AdfConversion ToStorage(string adf)
    {
        JsonNode? node;
        try
        {
            node = JsonNode.Parse(adf, documentOptions: new JsonDocumentOptions { MaxDepth = MaxDepth });
        }
        catch (Exception error) when (error is JsonException or ArgumentException)
        {
            // Half of a surrogate pair is no text that JSON could be.
            return new(null, $"The document is not JSON: {error.Message}");
        }

        try
        {
            if (node is not JsonObject root || AdfNode.Type(root) != "doc") return new(null, "The document's root must be a node of type 'doc'.");
            return new(new AdfReader().Document(root), null);
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException)
        {
            // Values of another kind than the node's type has: a number for a text, a key given twice, half of a surrogate pair.
            return new(null, $"The document is not ADF: {error.Message}");
        }
    }
}

/// <summary>One of the two is null.</summary>
public sealed record AdfConversion(string? Storage, string? Error);
