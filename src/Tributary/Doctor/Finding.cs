namespace Tributary.Doctor;

/// <param name="Message">What was found; where it is not well, what to do.</param>
internal sealed record Finding(bool IsWell, string Message)
{
    public static Finding Well(string message) => new(IsWell: true, message);

    public static Finding Wrong(string message) => new(IsWell: false, message);
}
