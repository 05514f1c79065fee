using System.Collections.Immutable;
using CreditScoring.Documents;
using Newtonsoft.Json;

namespace CreditScoring.Service.Governance;

/// <summary>
/// How a proposal would judge everybody (回测): whom it moves on a day, compared with the law that it was
/// written
/// upon, as known at an instant.
/// </summary>
/// <param name="Run">Sixteen hexadecimal digits.</param>
/// <param name="Content">The content that is compared, and with which base.</param>
/// <param name="Day">The day on which everybody is judged twice.</param>
/// <param name="KnownAt">What was recorded by then counts.</param>
public sealed record Backtest(string Run, string Content, string Base, DateOnly Day, DateTimeOffset KnownAt)
{
    /// <summary>
    /// The first day of a past period, at whose ends of months everybody is judged, as if the proposal had
    /// been published on it; the last is <see cref="Day"/>. Null: on that day alone.
    /// </summary>
    public DateOnly? From { get; init; }

    public required string By { get; init; }

    public bool IsCancelled { get; init; }

    /// <summary>The hash by which the record has the report; null: it is not done yet.</summary>
    public string? Report { get; init; }

    /// <summary>So many were judged.</summary>
    public long Subjects { get; init; }

    /// <summary>So many of them have another tier, or cannot be judged, or could not be before.</summary>
    public long Moved { get; init; }

    /// <summary>Who has opened the report and said so.</summary>
    public ImmutableSortedSet<string> ReadBy { get; init; } = [];

    public bool IsRunning => Report is null && !IsCancelled;

    /// <summary>Whether more are moved than a share, in percent.</summary>
    public bool MovesMoreThan(decimal percent) => Moved * 100m > percent * Subjects;
}

/// <summary>A back-test of a proposal is begun.</summary>
public sealed record LawBacktestBegun(string Id, string Run, DateOnly Day) : GazetteEntry(Id)
{
    /// <summary>Years of a period at the most.</summary>
    public const int MostYears = 10;

    /// <summary>The first day of a period; null: it is of one day.</summary>
    public DateOnly? From { get; init; }

    public override string What => "law-backtest-begun";

    public override GazetteFault? FaultIn(Gazette gazette, string by, DateOnly today) =>
        Missing(gazette, out var found, ProposalState.Draft, ProposalState.Proposed, ProposalState.Approved)
        ?? (found.Book.Length == 0 ? GazetteFault.Unreadable
            : found.Base.Length == 0 ? GazetteFault.NothingBefore
            : (From is null ? found.Backtest : found.PeriodTest) is { IsRunning: true }
                ? GazetteFault.BacktestRuns
            : From is { } first && (first > Day || Day > today || first < Day.AddYears(-MostYears))
                ? GazetteFault.BacktestPeriod : null);

    public override Gazette EnteredIn(Gazette gazette, string by)
    {
        var found = gazette.Proposals[Id];
        return gazette.With(found.With(
            new Backtest(Run, found.Content, found.Base, Day, gazette.Register.At) { By = by, From = From }));
    }

    public override void Write(JsonTextWriter json)
    {
        json.Property("run", Run);
        json.Property("day", Day);
        if (From is not null)
        {
            json.Property("from", From);
        }
    }
}

/// <summary>It is done, and its report is in the record.</summary>
public sealed record LawBacktested(string Id, string Run, string Report, long Subjects, long Moved)
    : GazetteEntry(Id)
{
    public override string What => "law-backtested";

    public override GazetteFault? FaultIn(Gazette gazette, string by, DateOnly today) =>
        gazette.Proposals.GetValueOrDefault(Id)?.TestOf(Run) is { IsRunning: true }
            ? null : GazetteFault.NoBacktest;

    public override Gazette EnteredIn(Gazette gazette, string by)
    {
        var found = gazette.Proposals[Id];
        return gazette.With(found.With(
            found.TestOf(Run)! with { Report = Report, Subjects = Subjects, Moved = Moved }));
    }

    public override void Write(JsonTextWriter json)
    {
        json.Property("run", Run);
        json.Property("report", Report);
        json.Property("subjects", (decimal)Subjects);
        json.Property("moved", (decimal)Moved);
    }
}

/// <summary>It is not gone on with.</summary>
public sealed record LawBacktestCancelled(string Id, string Run) : GazetteEntry(Id)
{
    public override string What => "law-backtest-cancelled";

    public override GazetteFault? FaultIn(Gazette gazette, string by, DateOnly today) =>
        gazette.Proposals.GetValueOrDefault(Id)?.TestOf(Run) is { IsRunning: true }
            ? null : GazetteFault.NoBacktest;

    public override Gazette EnteredIn(Gazette gazette, string by)
    {
        var found = gazette.Proposals[Id];
        return gazette.With(found.With(found.TestOf(Run)! with { IsCancelled = true }));
    }

    public override void Write(JsonTextWriter json) => json.Property("run", Run);
}

/// <summary>Somebody has opened the report of a back-test, and says so.</summary>
public sealed record LawBacktestRead(string Id, string Run) : GazetteEntry(Id)
{
    public override string What => "law-backtest-read";

    public override GazetteFault? FaultIn(Gazette gazette, string by, DateOnly today) =>
        gazette.Proposals.GetValueOrDefault(Id)?.TestOf(Run) is { Report: not null }
            ? null : GazetteFault.NoBacktest;

    public override Gazette EnteredIn(Gazette gazette, string by)
    {
        var found = gazette.Proposals[Id];
        var test = found.TestOf(Run)!;
        return gazette.With(found.With(test with { ReadBy = test.ReadBy.Add(by) }));
    }

    public override void Write(JsonTextWriter json) => json.Property("run", Run);
}
