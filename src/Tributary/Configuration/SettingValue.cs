namespace Tributary.Configuration;

/// <param name="Text">As given; never shown to anybody.</param>
/// <param name="Origin">Where it stands, for people: <c>.env line 3</c>, <c>environment</c>, <c>--read-only</c>.</param>
internal sealed record SettingValue(string Text, string Origin);
