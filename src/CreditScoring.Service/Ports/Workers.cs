using CreditScoring.Law.Books;

namespace CreditScoring.Service.Ports;

/// <summary>A worker on the record, as it was last seen.</summary>
/// <param name="Basis">Rule book and engines that it works by.</param>
/// <param name="Current">Whether these are what was put in use last.</param>
public sealed record SeenWorker(string Name, Basis Basis, DateTimeOffset SeenAt, bool Current)
{
    public string Book => Basis.Book;
}

/// <summary>The lead of a task that is enough to be done once; dispose to let go.</summary>
public interface ILead : IAsyncDisposable
{
    /// <summary>Whether another worker may have it by now.</summary>
    bool Lost { get; }
}

/// <summary>Where one process has the record, it leads in everything.</summary>
internal sealed class SoleLead : ILead
{
    public bool Lost => false;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
