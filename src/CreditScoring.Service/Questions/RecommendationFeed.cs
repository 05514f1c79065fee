using CreditScoring.Service.Access;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Questions;

/// <summary>What inspection schedulers are to know, as a feed of changes that they follow.</summary>
public sealed class RecommendationFeed(IRecordQuestions record)
{
    /// <summary>To which epoch of the record the positions of the feed belong.</summary>
    public Task<RecordEpoch> EpochAsync() => record.EpochAsync();

    /// <summary>Recommendations after a position; those on subjects of other regions are left out.</summary>
    /// <returns>Null: the position is beyond all that this record has given; another one gave it.</returns>
    public async Task<FeedPage?> PageAsync(long after, int limit, RegionScope scope)
    {
        var found = await record.FeedAsync(after, limit + 1);
        var items = found.Take(limit).ToList();
        return items.Count > 0
            ? new FeedPage(
                [.. items.Where(item => scope.Covers(item.Region))], items[^1].Position, found.Count > limit)
            : after > 0 && await record.FeedAsync(after - 1, 1) is [] ? null
            : new FeedPage([], after, More: false);
    }
}

/// <summary>Some recommendations in order of position.</summary>
/// <param name="Next">The position after which the next page begins.</param>
/// <param name="More">Whether something follows already.</param>
public sealed record FeedPage(IReadOnlyList<FeedItem> Items, long Next, bool More);
