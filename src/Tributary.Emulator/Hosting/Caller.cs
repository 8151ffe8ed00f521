using Tributary.Emulator.World;

namespace Tributary.Emulator.Hosting;

/// <summary>Who sent a request, and how it came.</summary>
/// <param name="ViaGateway">Through <c>/ex/confluence/{cloudId}</c>.</param>
internal sealed record Caller(User User, bool ViaGateway);
