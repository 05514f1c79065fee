namespace CreditScoring.Service.Work;

/// <summary>
/// How far the worker has come: read by /health/ready, written by the worker alone.
/// </summary>
public sealed class Progress
{
    private volatile bool caughtUp;
    private volatile string? standsBy;
    private volatile string? failure;
    private DateOnly day;
    private string book = "";
    private DateTimeOffset looked;
    private long failures;
    private long sweeps;
    private long sweptFiles;
    private long rounds;

    /// <summary>Whether every file stands as of today by the book in use.</summary>
    public bool CaughtUp => caughtUp;

    /// <summary>
    /// Whether every file stands by a book, if not as of today; while it changes, kept tiers are marked.
    /// </summary>
    public bool StandsBy(string current) => standsBy == current;

    /// <summary>Whether nothing is left of a day but what was put aside.</summary>
    public bool SweptOn(DateOnly today) => caughtUp && day == today;

    /// <summary>Times that the record could not be used.</summary>
    public long Failures => Interlocked.Read(ref failures);

    /// <summary>Looks for files whose day or book has turned.</summary>
    public long Sweeps => Interlocked.Read(ref sweeps);

    /// <summary>Files that these looks found.</summary>
    public long SweptFiles => Interlocked.Read(ref sweptFiles);

    /// <summary>Rounds of the worker: one that hangs makes no more.</summary>
    public long Rounds => Interlocked.Read(ref rounds);

    /// <summary>Why the record could not be used at the last try; null: it could.</summary>
    public string? Failure => failure;

    /// <summary>The worker has begun another round.</summary>
    public void Round() => Interlocked.Increment(ref rounds);

    /// <summary>
    /// Whether the day or the book has turned, something is left over, or it has been a while.
    /// </summary>
    public bool ShouldLook(DateOnly today, string current, DateTimeOffset now, TimeSpan every)
    {
        if (today != day || current != book)
        {
            caughtUp = false;
        }

        // A clock that was put back must not stop the looking; nor must nobody who sends anything
        // keep a record that works again from being found so.
        return failure is not null || !caughtUp || now - looked >= every || now < looked;
    }

    /// <summary>A portion was assessed; an empty one means that nothing is left.</summary>
    /// <param name="aside">Files that were left out, since the program fails on them.</param>
    public void Swept(DateOnly today, string current, DateTimeOffset now, int files, int aside)
    {
        standsBy = aside > 0 ? null : files == 0 ? current
            : standsBy == current ? current : null;
        (day, book, looked) = (today, current, now);
        Interlocked.Increment(ref sweeps);
        Interlocked.Add(ref sweptFiles, files);
        caughtUp = files == 0;
    }

    /// <summary>Something was written: that it can be read proves nothing.</summary>
    public void RecordWorks() => failure = null;

    /// <returns>Whether this is news: it was well, or failed for another reason.</returns>
    public bool RecordFails(string why)
    {
        var news = failure != why;
        failure = why;
        Interlocked.Increment(ref failures);
        return news;
    }
}
