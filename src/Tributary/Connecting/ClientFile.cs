using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tributary.Configuration;

namespace Tributary.Connecting;

/// <summary>A client's configuration file, into which one entry is laid; everything else in it stays.</summary>
internal static class ClientFile
{
    public const string ServerName = "tributary";

    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The whole file for a client that has none yet.</summary>
    public static string Fresh(string key, JsonObject entry) => Text(new JsonObject { [key] = new JsonObject { [ServerName] = entry } });

    /// <exception cref="ConfigurationException">The file is not what a client keeps there, or comments in it would be lost.</exception>
    public static string Merged(string path, string existing, string key, JsonObject entry)
    {
        JsonObject root = Parse(path, existing);
        if (root[key] is null)
            root[key] = new JsonObject();
        if (root[key] is not JsonObject servers)
            throw new ConfigurationException($"{path} has a \"{key}\" that is no object: put it right, or add the entry yourself.");
        servers[ServerName] = entry;
        return Text(root);
    }

    /// <summary>Keeps what was there beside it as <c>.bak</c>, and is never seen half written.</summary>
    public static void Replace(string path, string text)
    {
        string target = path;
        if (File.Exists(path))
        {
            // Many keep this file as a link into a repository of theirs: the link stays.
            target = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
            File.Copy(target, path + ".bak", overwrite: true);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        string partial = target + ".new";
        File.WriteAllText(partial, text);
        File.Move(partial, target, overwrite: true);
    }

    private static JsonObject Parse(string path, string existing)
    {
        if (existing.AsSpan().Trim().IsEmpty)
            return [];
        try
        {
            return JsonNode.Parse(existing) as JsonObject ?? throw new ConfigurationException($"{path} is not a JSON object: it was left as it is.");
        }
        catch (JsonException exception) when (IsLenient(existing))
        {
            throw new ConfigurationException($"{path} holds comments, which rewriting it would lose: add the entry yourself.", exception);
        }
        catch (JsonException exception)
        {
            throw new ConfigurationException($"{path} line {exception.LineNumber + 1} is not valid JSON: it was left as it is.", exception);
        }
    }

    private static bool IsLenient(string text)
    {
        try
        {
            JsonNode.Parse(text, documentOptions: Lenient);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string Text(JsonObject root) => root.ToJsonString(Layout) + "\n";
}
