using System.Globalization;
using System.Text.Json;
using Tributary.Atlassian.Confluence;

namespace Tributary.Tools.Catalog;

/// <summary>
/// The one place where arguments are held against a tool's parameters. What can only mean one thing is accepted ("25" for 25,
/// 98304 for "98304"); for the rest every problem is named at once, so that the next call can be right.
/// </summary>
internal static class Arguments
{
    public static object?[] Bind(CatalogTool tool, IReadOnlyDictionary<string, JsonElement> arguments)
    {
        var problems = new List<string>();
        var hints = new List<string>();
        foreach (string name in arguments.Keys.Where(name => tool.Parameters.All(parameter => parameter.Name != name)))
        {
            string? nearest = Nearest.To(name, tool.Parameters.Select(parameter => parameter.Name));
            problems.Add($"`{Shown(name)}` is not an argument of {tool.Name}.");
            hints.Add(nearest is null
                ? $"Its arguments are {string.Join(", ", tool.Parameters.Select(parameter => parameter.Name))}."
                : $"Did you mean `{nearest}`?");
        }

        var values = new object?[tool.Parameters.Count];
        for (int i = 0; i < values.Length; i++)
        {
            Parameter parameter = tool.Parameters[i];
            values[i] = parameter.Default;
            if (!arguments.TryGetValue(parameter.Name, out JsonElement given) || IsAbsent(parameter, given))
            {
                if (!parameter.Required)
                    continue;
                problems.Add($"`{parameter.Name}` is missing.");
                hints.Add($"Give `{parameter.Name}`: {parameter.Expected}.");
            }
            else if (Read(parameter, given) is { } value)
            {
                values[i] = value;
            }
            else
            {
                problems.Add($"`{parameter.Name}` is {Shown(given)}; it must be {parameter.Expected}.");
                hints.Add($"Correct `{parameter.Name}`.");
            }
        }

        return problems.Count == 0 ? values : throw ToolException.InvalidParams(string.Join(' ', problems), string.Join(' ', hints.Distinct()));
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
            ParameterKind.PageId => PageId.TryParse(text, out PageId id) ? id : null,
            ParameterKind.SpaceKey => SpaceKey.TryParse(text, out SpaceKey key) ? key : null,
            _ => HasForbiddenControl(text) ? null : text,
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

    // No text of Confluence can hold them: XML 1.0 has no place for them.
    private static bool HasForbiddenControl(string text) =>
        text.AsSpan().ContainsAnyInRange('\0', '\b') || text.AsSpan().ContainsAnyInRange('\u000b', '\u000c') || text.AsSpan().ContainsAnyInRange('\u000e', '\u001f');

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
}
