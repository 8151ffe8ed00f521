namespace Tributary.Markup.Reading;

/// <summary>Bounds of what is read, so that no body costs more than its size.</summary>
internal static class Limits
{
    public const int Depth = 256;

    public const int Length = 20_000_000;
}
