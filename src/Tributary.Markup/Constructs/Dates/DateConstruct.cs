using System.Globalization;
using System.Text;
using Tributary.Markup.Model;
using Tributary.Markup.Storage;
using Tributary.Markup.Syntax;
using Tributary.Markup.Writing;

namespace Tributary.Markup.Constructs.Dates;

/// <summary><c>time</c>: <c>:date[2026-01-31]</c>.</summary>
internal static class DateConstruct
{
    public const string Name = "date";

    public static InlineDirective? Read(StorageElement time, Marks marks) =>
        time["datetime"] is { Length: > 0 } date ? new InlineDirective(Name, date.Trim(), [], Handle: null, marks) { Origin = StorageOrigin.Of(time) } : null;

    public static void Write(InlineDirective date, StorageRenderer renderer, StringBuilder to)
    {
        if (IsDate(date.Label))
        {
            to.Append("<time").AppendAttribute("datetime", date.Label).Append(" />");
            return;
        }

        renderer.Losses.Add("date that is none, kept as text");
        to.AppendEscaped(date.Label);
    }

    public static bool IsDate(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
