using CreditScoring.Service.Hosting;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Ports.Chaining;

namespace CreditScoring.Service.Commands;

/// <summary>
/// <c>CreditScoring.Service restore</c>: puts a backup in the place of a record that is lost. A record
/// that is there is never overwritten.
/// </summary>
public static class RestoreCommand
{
    public const string Name = "restore";

    private const string Usage = """
        CreditScoring.Service restore --from FILE [--verify] [--root FILE] [--record FILE]

        Copies a backup to the place of the record, which must be empty: move a damaged record away
        first. Who follows the feed is answered with 410 and reads it anew. Events that were accepted
        after the backup must be sent again; those that are known are answered as duplicates.
        用备份恢复档案库（目标位置须为空）；备份之后接收的事件须重新报送，已有的按重复处理。

          --verify       the chain of the backup is proven first; without it, only that it is whole
          --root FILE    and against these roots
        """;

    /// <exception cref="Refusal">It was asked wrongly, or the backup does not hold.</exception>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> arguments, Neighbours neighbours)
    {
        var asked = new MaintenanceCommand(arguments, neighbours, Usage, ["--from", "--root"], "--verify");
        var from = asked.Value("--from") ?? throw new Refusal(Usage, 2);
        NotPostgres(asked.Settings);
        var target = asked.Settings.RecordPath;
        OnlyIntoEmptyPlace(from, target);

        // Beside its place first: what is proven is what will be used.
        var copy = $"{target}.restoring";
        File.Delete(copy);
        try
        {
            neighbours.Copy(from, copy);
            await BeginAnew(asked.Settings with { RecordPath = copy }, from, neighbours.Open);
            if (asked.Has("--verify") || asked.Value("--root") is not null)
            {
                await Prove(
                    asked.Settings with { RecordPath = copy }, asked.Value("--root"), neighbours.Open);
            }

            File.Move(copy, target);
            ForcedDisk.Sync(Path.GetDirectoryName(target)!);
        }
        catch (Exception wrong) when (wrong is RecordUnavailable or RecordRefused or IOException)
        {
            throw new Refusal($"{from}: {wrong.Message}", 1);
        }
        finally
        {
            RemoveLeft(copy, Path.GetDirectoryName(target)!);
        }

        Console.WriteLine($"{target} is restored from {from}");
        return 0;
    }

    /// <summary>A backup is there, and no record.</summary>
    private static void OnlyIntoEmptyPlace(string from, string target)
    {
        if (!File.Exists(from))
        {
            throw new Refusal($"there is no backup {from}", 2);
        }

        if (new[] { target, $"{target}-wal" }.FirstOrDefault(File.Exists) is { } there)
        {
            throw new Refusal($"{there} is there: move it away first", 2);
        }
    }

    /// <summary>The copy, if it did not come to its place, and its log.</summary>
    private static void RemoveLeft(string copy, string folder)
    {
        foreach (var left in Directory.GetFiles(folder, Path.GetFileName(copy) + "*"))
        {
            File.Delete(left);
        }
    }

    /// <summary>
    /// A file that holds nothing is no backup, whatever it is; positions that were given after it are
    /// not its own.
    /// </summary>
    private static async Task BeginAnew(Settings copy, string from, Func<Settings, IRecord> open)
    {
        using var record = open(copy);
        // That a book was once put in use is nothing either.
        if (await record.CountsAsync() is { Events: 0, Quarantined: 0 })
        {
            throw new Refusal($"{from} holds nothing: it is no backup. To begin an empty record, "
                + "start the service without restoring", 1);
        }

        await record.RenewAsync();
    }

    private static async Task Prove(
        Settings copy, string? roots, Func<Settings, IRecord> open)
    {
        using var record = open(copy);
        var (links, found) = await Proof.OfAsync(
            record.ChainAsync(), roots is null ? [] : Roots.Read(roots));
        if (found.Count > 0)
        {
            throw new Refusal(string.Join('\n', found) + "\nnothing was restored", 1);
        }

        Console.WriteLine(FormattableString.Invariant($"the chain of {links:N0} batches holds"));
    }

    private static void NotPostgres(Settings settings)
    {
        if (settings.Postgres is not null)
        {
            throw new Refusal("a record in PostgreSQL is restored with its own pg_restore; then "
                + "`verify --root` proves it, and `restored` begins its positions anew", 2);
        }
    }
}
