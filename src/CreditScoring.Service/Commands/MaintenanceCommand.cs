using CreditScoring.Service.Hosting;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Replaying;
using CreditScoring.Service.RuleShelf;
using CreditScoring.Service.Starting;

namespace CreditScoring.Service.Commands;

/// <summary>
/// A command on the record, run instead of the service: its own switches, then those that say where
/// the record and the rules are.
/// </summary>
public sealed class MaintenanceCommand
{
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);
    private readonly Func<Settings, IRecord> open;
    private readonly HashSet<string> flags = new(StringComparer.Ordinal);

    /// <param name="valued">Switches of its own that have a value.</param>
    /// <param name="alone">Switches of its own that have none.</param>
    /// <exception cref="Refusal">Help was asked for, or it was asked wrongly.</exception>
    public MaintenanceCommand(
        IReadOnlyList<string> arguments, Neighbours neighbours, string usage, string[] valued,
        params string[] alone)
    {
        open = neighbours.Open;
        var rest = new List<string>();
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i] is "--help" or "-h")
            {
                throw new Refusal(usage, 0);
            }

            if (alone.Contains(arguments[i]))
            {
                flags.Add(arguments[i]);
            }
            else if (valued.Contains(arguments[i]))
            {
                values[arguments[i]] = i + 1 < arguments.Count ? arguments[++i]
                    : throw new Refusal($"{arguments[i]} wants a value\n\n{usage}", 2);
            }
            else
            {
                rest.Add(arguments[i]);
            }
        }

        Settings = Settings.Read(
            ServiceHost.Builder().Configuration, Switches.Parse(rest), neighbours.Addresses);
        if (Settings.Demo)
        {
            throw new Refusal(usage, 2);
        }
    }

    public Settings Settings { get; }

    public bool Has(string flag) => flags.Contains(flag);

    public string? Value(string name) => values.GetValueOrDefault(name);

    /// <summary>Works on a record that is there; it is not made by looking at it.</summary>
    /// <exception cref="Refusal">There is none, or it cannot be opened.</exception>
    public async Task<int> OnRecordAsync(Func<IRecord, Task<int>> work)
    {
        return Settings.Postgres is null && !File.Exists(Settings.RecordPath)
            ? throw new Refusal($"there is no record {Settings.RecordPath}", 2)
            : await OnNewRecordAsync(work);
    }

    /// <summary>Works on a record, which is made where there is none.</summary>
    /// <exception cref="Refusal">It cannot be opened.</exception>
    public async Task<int> OnNewRecordAsync(Func<IRecord, Task<int>> work)
    {
        using var record = Opening.RecordOf(Settings, open);
        try
        {
            return await work(record);
        }
        catch (RecordUnavailable down)
        {
            throw new Refusal($"the record: {down.Message}", 1);
        }
    }

    /// <summary>
    /// Compares the record with what its events make by the rules at hand: tells every difference, and what
    /// is good to know and no fault of the record.
    /// </summary>
    public static async Task<(Rebuilding Rebuilt, IReadOnlyList<Difference> Found)> CompareAsync(
        IRecord record, Shelf shelf)
    {
        await NoteWorkersAsync(record);
        var rebuilding = new Rebuilding(record, shelf.BookBy);
        var differences = await rebuilding.CompareAsync();
        foreach (var note in rebuilding.Notes)
        {
            Console.Error.WriteLine(note);
        }

        Tell(differences);
        return (rebuilding, differences);
    }

    /// <summary>What was found, one a line.</summary>
    public static void Tell(IEnumerable<object> found)
    {
        foreach (var each in found)
        {
            Console.WriteLine(each);
        }
    }

    /// <summary>Says so where others may be changing the record that is compared.</summary>
    private static async Task NoteWorkersAsync(IRecord record)
    {
        if (await record.WorkersAsync() is { Count: > 0 } workers)
        {
            Console.Error.WriteLine(
                $"{string.Join(", ", workers.Select(worker => worker.Name))} worked on this record "
                + "within the last minute: what is kept while it is compared shows as a difference");
        }
    }
}
