using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Tributary.Atlassian.Confluence;
using Tributary.Atlassian.Jira;

namespace Tributary.Tools.Catalog;

/// <summary>
/// The one place where arguments are held against a tool's parameters. What can only mean one thing is accepted ("25" for 25,
/// 98304 for "98304"); for the rest every problem is named at once, so that the next call can be right.
/// </summary>
internal static class Arguments
{
    // No text of Confluence can hold them: XML 1.0 has no place for them.
    private static readonly SearchValues<char> ForbiddenControls = SearchValues.Create([.. Enumerable.Range(0, ' ').Select(code => (char)code).Where(c => c is not ('\t' or '\n' or '\r'))]);

    public static object?[] Bind(CatalogTool tool, IReadOnlyDictionary<string, JsonElement> arguments)
    {
        var problems = new Problems();
        object?[] values = Bind(tool.Parameters, arguments, tool.Name, "", problems);
        problems.Throw();
        return values;
    }

    /// <param name="owner">What the arguments belong to, in words.</param>
    /// <param name="prefix">Where they stand in a list of objects: <c>operations[0].</c></param>
    private static object?[] Bind(
        IReadOnlyList<Parameter> parameters, IReadOnlyDictionary<string, JsonElement> arguments, string owner, string prefix, Problems problems)
    {
        foreach (string name in arguments.Keys.Where(name => parameters.All(parameter => parameter.Name != name)))
        {
            string? nearest = Nearest.To(name, parameters.Select(parameter => parameter.Name));
            problems.Add(
                $"`{prefix}{Shown(name)}` is not an argument of {owner}.",
                nearest is null ? $"Its arguments are {string.Join(", ", parameters.Select(parameter => parameter.Name))}." : $"Did you mean `{nearest}`?");
        }

        var values = new object?[parameters.Count];
        for (int i = 0; i < values.Length; i++)
        {
            Parameter parameter = parameters[i];
            string name = prefix + parameter.Name;
            values[i] = parameter.Default;
            if (!arguments.TryGetValue(parameter.Name, out JsonElement given) || IsAbsent(parameter, given))
            {
                if (parameter.Required)
                    problems.Add($"`{name}` is missing.", $"Give `{name}`: {parameter.Expected}.");
            }
            else if ((parameter.Kind == ParameterKind.Records ? ReadRecords(parameter, given, name, problems) : Read(parameter, given)) is { } value)
            {
                values[i] = value;
            }
            else if (given.ValueKind == JsonValueKind.String && given.GetString()! is var text && text.AsSpan().IndexOfAny(ForbiddenControls) is >= 0 and var at)
            {
                problems.Add($"`{name}` holds the control character U+{(int)text[at]:X4}, which no page or issue can keep.", $"Leave it out of `{name}`.");
            }
            else
            {
                problems.Add($"`{name}` is {Shown(given)}; it must be {parameter.Expected}.", $"Correct `{name}`.");
            }
        }

        return values;
    }

    private static Array? ReadRecords(Parameter parameter, JsonElement given, string name, Problems problems)
    {
        // Models often write JSON into a text.
        if (given.ValueKind == JsonValueKind.String && Parsed(given.GetString()!) is { } parsed)
            given = parsed;
        if (given.ValueKind == JsonValueKind.Object)
            given = JsonElement.Parse($"[{given.GetRawText()}]");
        if (given.ValueKind != JsonValueKind.Array || given.EnumerateArray().Any(item => item.ValueKind != JsonValueKind.Object))
            return null;

        int before = problems.Count, length = given.GetArrayLength();
        Array records = Array.CreateInstance(parameter.Type.GetElementType()!, length);
        for (int i = 0; i < length; i++)
        {
            var fields = given[i].EnumerateObject().DistinctBy(field => field.Name).ToDictionary(field => field.Name, field => field.Value);
            object?[] values = Bind(parameter.Fields, fields, $"`{name}`", string.Create(CultureInfo.InvariantCulture, $"{name}[{i}]."), problems);
            if (problems.Count == before)
                records.SetValue(parameter.RecordConstructor.Invoke(values), i);
        }

        return records;
    }

    private static JsonElement? Parsed(string json)
    {
        try
        {
            return JsonElement.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false });
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Models often send "" or null for what they mean to leave out.
    private static bool IsAbsent(Parameter parameter, JsonElement given) => given.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => true,
        JsonValueKind.String => !parameter.Required && parameter.Kind != ParameterKind.Text && given.ValueEquals(""),
        _ => false,
    };

    private static object? Read(Parameter parameter, JsonElement given)
    {
        if (parameter.Kind == ParameterKind.TextList)
            return ReadList(given);
        if (parameter.Kind == ParameterKind.Json)
            return given.ValueKind == JsonValueKind.String ? Parsed(given.GetString()!) : given.Clone();
        if (parameter.Kind == ParameterKind.Object)
            return ReadObject(given);

        string? text = given.ValueKind switch
        {
            JsonValueKind.String => given.GetString(),
            JsonValueKind.Number => given.GetRawText(),
            JsonValueKind.True or JsonValueKind.False when parameter.Kind == ParameterKind.Boolean => given.GetRawText(),
            _ => null,
        };
        if (text is null)
            return null;

        return parameter.Kind switch
        {
            ParameterKind.Integer => ReadInteger(parameter, text),
            ParameterKind.Boolean => bool.TryParse(text, out bool flag) ? flag : null,
            ParameterKind.Choice => ReadChoice(parameter, text),
            ParameterKind.PageId => PageId.TryParse(text, out PageId page) ? page : null,
            ParameterKind.SpaceKey => SpaceKey.TryParse(text, out SpaceKey key) ? key : null,
            ParameterKind.IssueKey => IssueKey.TryParse(text.Trim(), out IssueKey issue) ? issue : null,
            ParameterKind.ProjectKey => ProjectKey.TryParse(text.Trim(), out ProjectKey project) ? project : null,
            ParameterKind.JiraId => JiraId.TryParse(text.Trim(), out JiraId id) ? id : null,
            _ => text.AsSpan().ContainsAny(ForbiddenControls) ? null : text,
        };
    }

    private static int? ReadInteger(Parameter parameter, string text)
    {
        // 25.0 is an integer to JSON Schema.
        bool whole = decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number)
            && number == decimal.Truncate(number)
            && number >= (parameter.Minimum ?? int.MinValue) && number <= (parameter.Maximum ?? int.MaxValue);
        return whole ? (int)number : null;
    }

    private static object? ReadChoice(Parameter parameter, string text)
    {
        for (int i = 0; i < parameter.Choices.Count; i++)
        {
            if (parameter.Choices[i].Equals(text, StringComparison.OrdinalIgnoreCase))
                return Enum.Parse(parameter.Type, Enum.GetNames(parameter.Type)[i]);
        }

        return null;
    }

    private static ObjectArgument? ReadObject(JsonElement given)
    {
        // Models often write JSON into a text.
        if (given.ValueKind == JsonValueKind.String)
            given = Parsed(given.GetString()!) ?? given;
        return given.ValueKind == JsonValueKind.Object ? new ObjectArgument(given.Clone()) : null;
    }

    private static string[]? ReadList(JsonElement given)
    {
        switch (given.ValueKind)
        {
            case JsonValueKind.String:
                return given.GetString()!.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            case JsonValueKind.Array:
                var texts = new List<string>();
                foreach (JsonElement item in given.EnumerateArray())
                {
                    if (item.ValueKind is not (JsonValueKind.String or JsonValueKind.Number))
                        return null;
                    texts.Add(item.ToString());
                }

                return [.. texts];
            default:
                return null;
        }
    }

    private static string Shown(JsonElement given) => given.ValueKind switch
    {
        JsonValueKind.String => $"\"{Shown(given.GetString()!)}\"",
        JsonValueKind.Array => "a list",
        JsonValueKind.Object => "an object",
        _ => Shown(given.GetRawText()),
    };

    private static string Shown(string text)
    {
        string visible = string.Concat(text.Take(40).Select(c => char.IsControl(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format ? $"\\u{(int)c:x4}" : c.ToString()));
        return text.Length <= 40 ? visible : visible + "…";
    }

    private sealed class Problems
    {
        private readonly List<string> messages = [];
        private readonly List<string> hints = [];

        public int Count => messages.Count;

        public void Add(string message, string hint)
        {
            messages.Add(message);
            hints.Add(hint);
        }

        public void Throw()
        {
            if (messages.Count > 0)
                throw ToolException.InvalidParams(string.Join(' ', messages), string.Join(' ', hints.Distinct()));
        }
    }
}
