using System.Security.Cryptography;
using Microsoft.Extensions.Logging;

namespace Tributary.Atlassian.Http;

/// <summary>What a connection takes from the world outside.</summary>
/// <param name="Random">A number from 0 up to 1, for the jitter of retries; called by many threads.</param>
public sealed record ConnectionInputs(TimeProvider Clock, Func<double> Random, ILogger Logger)
{
    /// <value>Takes the place of the network inside all rules of the egress: an emulator in this process. Null is the real network. Not disposed.</value>
    public HttpMessageHandler? Network { get; init; }

    /// <summary>This machine's clock, randomness and network.</summary>
    public static ConnectionInputs OfThisMachine(ILogger logger) =>
        new(TimeProvider.System, () => RandomNumberGenerator.GetInt32(1 << 30) / (double)(1 << 30), logger);
}
