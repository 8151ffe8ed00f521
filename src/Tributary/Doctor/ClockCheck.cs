using System.Globalization;

namespace Tributary.Doctor;

/// <summary>This machine and the site agree on the time: dates in searches and the ends of tokens depend on it.</summary>
internal sealed class ClockCheck(Patient patient) : ICheck
{
    private const double MostMinutes = 2;

    public string Name => "clock";

    public Task<Finding> RunAsync(CancellationToken cancellationToken)
    {
        if (patient.ClockSkew is not { } skew)
            return Task.FromResult(Finding.Well("the site does not tell its time"));
        string figure = Math.Abs(skew.TotalSeconds).ToString("0", CultureInfo.InvariantCulture);
        return Task.FromResult(Math.Abs(skew.TotalMinutes) < MostMinutes
            ? Finding.Well($"within {figure} s of the site's")
            : Finding.Wrong($"This machine is {figure} s {(skew > TimeSpan.Zero ? "ahead of" : "behind")} the site: set its clock, best by NTP."));
    }
}
