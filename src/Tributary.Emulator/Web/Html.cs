using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Tributary.Emulator.Web;

/// <summary>HTML that is safe to send: what is put into it is escaped, unless it is HTML already.</summary>
internal readonly record struct Html(string Text)
{
    public static Html Empty { get; } = new("");

    public static Html Of(HtmlText text) => new(text.ToString());

    /// <summary>One after the other.</summary>
    public static Html All(IEnumerable<Html> parts) => new(string.Concat(parts.Select(part => part.Text)));

    public override string ToString() => Text ?? "";
}

/// <summary>What <see cref="Html.Of"/> is written with: <c>$"&lt;p&gt;{title}&lt;/p&gt;"</c>.</summary>
[InterpolatedStringHandler]
internal readonly struct HtmlText(int literalLength, int formattedCount)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder text = new(literalLength + (formattedCount * 16));

    public void AppendLiteral(string value) => text.Append(value);

    public void AppendFormatted(Html value) => text.Append(value.Text);

    public void AppendFormatted(IEnumerable<Html> values)
    {
        foreach (Html value in values) text.Append(value.Text);
    }

    public void AppendFormatted(string? value) => text.Append(Encoder.Encode(value ?? ""));

    public void AppendFormatted(long value) => text.Append(value.ToString("N0", CultureInfo.InvariantCulture));

    public override string ToString() => text.ToString();
}
