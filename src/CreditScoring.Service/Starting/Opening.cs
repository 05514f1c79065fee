using CreditScoring.Enterprises;
using CreditScoring.Law.Seconding;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Ports;
using CreditScoring.Service.RuleShelf;

namespace CreditScoring.Service.Starting;

/// <summary>
/// The first rule book and the record are opened, or the start is refused with every reason.
/// </summary>
public static class Opening
{
    /// <summary>The rule book and the record with which the service starts.</summary>
    /// <exception cref="Refusal">It will not start with these.</exception>
    public static (Shelf, IRecord) Of(
        Settings settings, Seconding? seconding, TimeProvider clock, Func<Settings, IRecord> open)
    {
        if (!settings.TrustsFolder)
        {
            var governed = RecordOf(settings, open);
            return (LawOpening.ShelfOf(settings, seconding, governed, clock), governed);
        }

        // The folder first: where it has errors no record is opened, or made.
        var shelf = ShelfOf(settings, seconding, clock);
        var record = RecordOf(settings, open);
        RefuseWithdrawn(shelf, record, settings);
        return (shelf, record);
    }

    /// <exception cref="Refusal">The rules have errors; all of them are in the message.</exception>
    public static Shelf ShelfOf(Settings settings, Seconding? seconding, TimeProvider clock)
    {
        if (Shelf.Open(
            FolderLook.At(settings.RulesPath), new Activation(settings.AcceptRecalled, seconding),
            clock.GetUtcNow(), out var flaws) is { } shelf)
        {
            return Whole(shelf, settings, [], shelf.State.Idle);
        }

        var errors = Shelf.Errors(flaws);
        throw new Refusal(string.Join('\n', errors.Select(flaw => flaw.ToString()).Append(
            $"{errors.Count} errors in {settings.RulesPath}: "
            + "the service judges nobody by flawed rules")),
            exitCode: 1);
    }

    /// <summary>Regimes in which the record has somebody stand are in use.</summary>
    /// <exception cref="Refusal">The rules lack one of them.</exception>
    public static void RefuseWithdrawn(Shelf shelf, IRecord record, Settings settings)
    {
        var regimes = new List<string>();
        try
        {
            while (record.StandingsAsync(After(regimes)).GetAwaiter().GetResult() is [var next])
            {
                regimes.Add(next.Regime);
            }

            Whole(shelf, settings, regimes, []);
        }
        catch (Exception why)
        {
            record.Dispose();
            throw why is RecordUnavailable ? new Refusal($"the record: {why.Message}", exitCode: 1) : why;
        }

        // Beyond whoever may stand in the regime before.
        static StandingQuery After(List<string> seen) => new(1)
        {
            HeadsOnly = true,
            After = seen.Count == 0 ? null
                : new StandingKey(seen[^1], new Subject("\uffff", "")),
        };
    }

    private static Shelf Whole(
        Shelf shelf, Settings settings, IEnumerable<string> regimes, IReadOnlyList<string> idle) =>
        Withdrawal.Of(shelf.Book, regimes, [], settings.RulesPath, Withdrawal.Accepted(settings.RulesPath))
            is { } flaw
            ? throw new Refusal(
                $"{flaw}\nthe service judges nobody by rules that are not whole"
                + (idle.Count == 0 ? ""
                    : $"\nnot in use, see Rules:AcceptRecalled: {string.Join(", ", idle)}"),
                exitCode: 2)
            : shelf;

    /// <exception cref="Refusal">The record must not be used, or cannot be.</exception>
    public static IRecord RecordOf(Settings settings, Func<Settings, IRecord> open)
    {
        try
        {
            return open(settings);
        }
        catch (Exception why) when (why is RecordRefused or RecordUnavailable)
        {
            var setting = settings.Postgres is null ? "Record:Path" : "Record:Postgres";
            throw new Refusal($"{setting}: {why.Message}", exitCode: 1);
        }
    }
}
