using System.Text.Json.Nodes;
using Tributary.Emulator.World.Jira;

namespace Tributary.Emulator.Jira.Worklogs;

/// <summary>What becomes of the remaining estimate when work is logged, changed or taken back: <c>adjustEstimate</c>.</summary>
internal sealed class EstimateAdjustment
{
    private readonly Func<long, long, long> remaining;

    private EstimateAdjustment(Func<long, long, long> remaining) => this.remaining = remaining;

    /// <summary>Less by what was worked.</summary>
    public static EstimateAdjustment Auto { get; } = new((estimate, worked) => estimate - worked);

    /// <param name="manual">The parameter of <c>manual</c>: <c>reduceBy</c> where work is logged, <c>increaseBy</c> where it is taken back.</param>
    public static EstimateAdjustment Of(JiraCall call, string manual) => call.Query("adjustEstimate") switch
    {
        null or "auto" => Auto,
        "leave" => new((estimate, _) => estimate),
        "new" => To(Required(call, "newEstimate")),
        "manual" when manual == "reduceBy" => By(-Required(call, manual)),
        "manual" => By(Required(call, manual)),
        { } other => throw JiraException.BadRequest($"The value '{other}' is not supported for the parameter 'adjustEstimate'. Supported values are: new, leave, manual, auto."),
    };

    /// <param name="worked">Seconds; less than none where work is taken back.</param>
    public void Apply(JiraCall call, Issue issue, long worked)
    {
        long? before = (long?)issue.Number("timeestimate");
        long after = Math.Max(remaining(before ?? 0, worked), 0);

        // An issue without an estimate gets none from work alone.
        if (before is null && after == 0) return;
        call.Jira.Update(call.User, issue, new Dictionary<string, JsonNode?> { ["timeestimate"] = (double)after });
    }

    private static EstimateAdjustment To(long seconds) => new((_, _) => seconds);

    private static EstimateAdjustment By(long seconds) => new((estimate, _) => estimate + seconds);

    private static long Required(JiraCall call, string name)
    {
        string message = name == "newEstimate" ? "You must supply a valid new estimate." : $"You must supply a valid amount of time to adjust the estimate by.";
        return Duration.Seconds(call.Query(name) ?? "") ?? throw JiraException.BadField(name == "newEstimate" ? name : "adjustmentAmount", message);
    }
}
