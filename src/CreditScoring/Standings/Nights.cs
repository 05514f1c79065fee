using CreditScoring.Enterprises;
using CreditScoring.Files;
using CreditScoring.Law.Books;
using CreditScoring.Law.Language;

namespace CreditScoring.Standings;

/// <summary>
/// How the nights of one file in one regime ended: each day is walked once, however many look ahead and from
/// whichever day. It is of one thread.
/// </summary>
/// <param name="regime">Whose rules judge.</param>
/// <param name="subject">Whose file it is.</param>
/// <param name="order">The events of the file.</param>
internal sealed class Nights(Regime regime, Subject subject, IReadOnlyList<OrderedEvent> order)
{
    private readonly Walk walk = new(regime, subject, order);
    private readonly List<FileState> walked = [];
    private (DateOnly On, CannotBeJudged Why)? stop;

    /// <exception cref="CannotBeJudged">The pack has no law day or anchor for an event.</exception>
    public Nights(CreditFile file, Regime regime)
        : this(regime, file.Subject, LawDayOrder.Of(file, regime))
    {
    }

    public Regime Regime => regime;

    /// <summary>The events of the file.</summary>
    public IReadOnlyList<OrderedEvent> Order => order;

    /// <summary>A walk that stands at a state of this file.</summary>
    public Walk WalkFrom(FileState state)
    {
        var own = new Walk(regime, subject, order);
        own.Resume(state);
        return own;
    }

    /// <summary>Goes on from a state that was reached before.</summary>
    public void Begin(FileState state)
    {
        walk.Resume(state);
        walked.Add(state);
    }

    /// <summary>The state at the end of a day.</summary>
    /// <exception cref="CannotBeJudged">A day up to it cannot be judged.</exception>
    public FileState EndOf(DateOnly day)
    {
        while (stop is null && walk.NextTurn(day) is { } turn)
        {
            WalkTo(turn);
        }

        if (stop is { } met && met.On <= day)
        {
            throw met.Why;
        }

        return Before(day);
    }

    /// <summary>A walk that stopped stops again, and what it left behind is no night.</summary>
    private void WalkTo(DateOnly turn)
    {
        try
        {
            walk.To(turn);
            walked.Add(walk.State);
        }
        catch (CannotBeJudged why)
        {
            stop = (turn, why);
        }
    }

    private FileState Before(DateOnly day)
    {
        var (low, high) = (0, walked.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = walked[middle].Day <= day ? (middle + 1, high) : (low, middle);
        }

        if (low > 0)
        {
            return walked[low - 1];
        }

        // Before all that was walked: until something happens each day stands alone.
        var own = new Walk(regime, subject, order);
        own.To(day);
        return own.State;
    }
}
