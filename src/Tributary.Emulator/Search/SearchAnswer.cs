namespace Tributary.Emulator.Search;

/// <param name="Hits">All of them, in order: the endpoint cuts its page.</param>
/// <param name="ArchivedHitCount">How many more there are in archived spaces that were not asked for.</param>
internal sealed record SearchAnswer(IReadOnlyList<SearchHit> Hits, int ArchivedHitCount);
