namespace Tributary.Doctor;

/// <summary>One thing that can be wrong.</summary>
internal interface ICheck
{
    /// <summary>What is looked at, in a word.</summary>
    string Name { get; }

    Task<Finding> RunAsync(CancellationToken cancellationToken);
}
