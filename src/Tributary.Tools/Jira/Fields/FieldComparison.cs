using System.Globalization;
using System.Text.Json;
using Tributary.Atlassian.Jira.Models;

namespace Tributary.Tools.Jira.Fields;

/// <summary>Whether a write would change anything, and whether it did. What cannot be told beforehand counts as a change.</summary>
internal static class FieldComparison
{
    /// <param name="now">As Jira gives it; null where it is empty.</param>
    public static bool IsSame(FieldValue value, JsonElement? now) => value switch
    {
        FieldValue.None => IsEmpty(now),
        FieldValue.List list => IsEmpty(now) ? list.Items.Count == 0 : IsSameList(list.Items, now!.Value),
        _ => now is { } there && IsSameOne(value, there),
    };

    /// <summary>Whether a list has already what it is to get, or lacks what it is to lose.</summary>
    public static bool IsDone(FieldOperation operation, JsonElement? now) =>
        (now is { ValueKind: JsonValueKind.Array } list && list.EnumerateArray().Any(item => IsSame(operation.Value, item))) == (operation.Verb == "add");

    public static bool AreEqual(JsonElement? one, JsonElement? other) => IsEmpty(one) ? IsEmpty(other) : !IsEmpty(other) && JsonElement.DeepEquals(one!.Value, other!.Value);

    private static bool IsEmpty(JsonElement? value) => value is null or { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } || (value is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() == 0);

    private static bool IsSameList(IReadOnlyList<FieldValue> items, JsonElement now) =>
        now.ValueKind == JsonValueKind.Array && now.GetArrayLength() == items.Distinct().Count() && items.All(item => now.EnumerateArray().Any(kept => IsSame(item, kept)));

    private static bool IsSameOne(FieldValue value, JsonElement now) => value switch
    {
        FieldValue.Text text => IsSameText(text.Value, now),
        FieldValue.Number number => now.ValueKind == JsonValueKind.Number && now.TryGetDecimal(out decimal kept) && kept == number.Value,
        FieldValue.User user => (Text(now, "accountId") ?? Text(now, "name") ?? Text(now, "key")) == user.Id,
        FieldValue.Key key => Text(now, "key") == key.Value,
        FieldValue.Choice choice => Text(now, "id") == choice.Id && (now.TryGetProperty("child", out JsonElement child) ? Text(child, "id") : null) == choice.Child,
        _ => false,
    };

    // Jira writes moments in the zone of whoever asks.
    private static bool IsSameText(string text, JsonElement there)
    {
        if (there.ValueKind != JsonValueKind.String)
            return false;
        string kept = there.GetString()!;
        return text == kept || (IsMoment(text, out DateTimeOffset one) && IsMoment(kept, out DateTimeOffset other) && one == other);
    }

    private static bool IsMoment(string text, out DateTimeOffset moment)
    {
        moment = default;
        return text is { Length: > 18 } && text[10] == 'T' && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out moment);
    }

    private static string? Text(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out JsonElement member) && member.ValueKind is JsonValueKind.String or JsonValueKind.Number ? member.ToString() : null;
}
