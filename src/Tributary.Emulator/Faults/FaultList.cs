using System.IO.Enumeration;

namespace Tributary.Emulator.Faults;

/// <summary>The faults that wait for their requests; the first that matches strikes.</summary>
public sealed class FaultList
{
    private readonly Lock gate = new();
    private readonly List<Waiting> waiting = [];

    internal FaultList(IEnumerable<FaultRule> rules)
    {
        foreach (FaultRule rule in rules) Add(rule);
    }

    /// <summary>With the counts that are left.</summary>
    public IReadOnlyList<FaultRule> Rules
    {
        get
        {
            lock (gate) return [.. waiting.Select(fault => fault.Rule with { Count = fault.Left })];
        }
    }

    public void Add(FaultRule rule)
    {
        lock (gate) waiting.Add(new Waiting(rule) { Left = rule.Count });
    }

    public void Clear()
    {
        lock (gate) waiting.Clear();
    }

    internal FaultRule? Take(string method, string path)
    {
        lock (gate)
        {
            Waiting? struck = waiting.Find(fault =>
                (fault.Rule.Method is not { } only || only.Equals(method, StringComparison.OrdinalIgnoreCase))
                && FileSystemName.MatchesSimpleExpression(fault.Rule.Path, path));
            if (struck is null) return null;
            if (struck.Left is { } left && (struck.Left = left - 1) <= 0) waiting.Remove(struck);
            return struck.Rule;
        }
    }

    private sealed class Waiting(FaultRule rule)
    {
        public FaultRule Rule { get; } = rule;

        public int? Left { get; set; }
    }
}
