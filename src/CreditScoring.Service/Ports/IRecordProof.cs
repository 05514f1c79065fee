using CreditScoring.Enterprises;
using CreditScoring.Events;

namespace CreditScoring.Service.Ports;

/// <summary>
/// The record as those see it who prove it: the chain of hashes, and all that it vouches for, read again.
/// </summary>
public interface IRecordProof
{
    /// <summary>The last link of the chain; null: nothing has been kept yet.</summary>
    Task<Link?> RootAsync();

    /// <summary>
    /// All links in order of number, each with the content that the rows of its batch have now; the
    /// content is null where no batch of that number has rows. The rows of batches without a link
    /// come last, in links of number 0.
    /// </summary>
    IAsyncEnumerable<(Link Link, string? Content)> ChainAsync();

    /// <summary>All events after one, in order of (source, id); null: from the first.</summary>
    Task<IReadOnlyList<KeptEvent>> AllEventsAsync(EventId? after, int limit);

    /// <summary>All subjects that have a file, in order.</summary>
    Task<IReadOnlyList<Subject>> SubjectsAsync();
}
