using System.Globalization;
using FsCheck;

namespace Tributary.Tests;

/// <summary>What a property is tried with: the same cases in every run, so that a red check is about the change. FUZZ_SEED, which `./dev fuzz` sets anew each time, tries others.</summary>
internal static class PropertyCases
{
    private const ulong Gamma = 0x9E3779B97F4A7C15;

    private static readonly ulong Seed = ulong.TryParse(Environment.GetEnvironmentVariable("FUZZ_SEED"), NumberStyles.None, CultureInfo.InvariantCulture, out ulong given) ? given : 1;

    public static Config Of(int count) => Config.QuickThrowOnFailure.WithMaxTest(count).WithReplay(new Replay(new Rnd(Seed, Gamma), null));
}
