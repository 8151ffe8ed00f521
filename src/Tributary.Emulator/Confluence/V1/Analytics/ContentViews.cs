using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V1.Analytics;

/// <summary><c>/analytics/content/{id}/views</c> and <c>/viewers</c>: how often a content was looked at with a browser, and by how many.</summary>
internal static class ContentViews
{
    public static void Map(Routes routes)
    {
        routes.Get("/analytics/content/{id}/views", call => Count(call, views => views.Count()));
        routes.Get("/analytics/content/{id}/viewers", call => Count(call, views => views.DistinctBy(view => view.AccountId).Count()));
    }

    private static Answer Count(Call call, Func<IEnumerable<ContentView>, int> count)
    {
        Content content = Named.Content(call);
        DateTimeOffset from = call.Moment("fromDate") ?? DateTimeOffset.MinValue;
        return Answer.Ok(new() { ["id"] = content.Number, ["count"] = count(content.Views.Where(view => view.When >= from)) });
    }
}
