namespace Tributary.Atlassian.Routing;

/// <summary>One row of a product's table: where an operation is answered.</summary>
/// <param name="Lacking">What the deployment without it does not offer, in words for a caller.</param>
/// <param name="Instead">What does the same on the deployment without it.</param>
internal sealed record Capability<TOperation>(TOperation Operation, Route? Cloud, Route? DataCenter, string? Lacking, TOperation? Instead)
    where TOperation : struct, Enum
{
    public Route? On(Deployment deployment) => deployment == Deployment.Cloud ? Cloud : DataCenter;
}
