using CreditScoring.Service.Hosting;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Commands;

/// <summary>
/// <c>CreditScoring.Service backup</c>: one whole state of the SQLite record in a file of its own,
/// also while the service runs.
/// </summary>
public static class BackupCommand
{
    public const string Name = "backup";

    private const string Usage = """
        CreditScoring.Service backup --to FILE [--record FILE]

        Writes one whole state of the record to a new file, on disk before the command ends; the
        service may run. A record in PostgreSQL is saved with PostgreSQL's own pg_dump.
        将档案库的一个完整状态写入新文件；服务可照常运行。PostgreSQL 档案库请用 pg_dump。
        """;

    /// <exception cref="Refusal">It was asked wrongly, or it cannot be written.</exception>
    public static int Run(IReadOnlyList<string> arguments, Neighbours neighbours)
    {
        var asked = new MaintenanceCommand(arguments, neighbours, Usage, ["--to"]);
        var target = asked.Value("--to") ?? throw new Refusal(Usage, 2);
        if (asked.Settings.Postgres is not null)
        {
            throw new Refusal("a record in PostgreSQL is saved with its own pg_dump", 2);
        }

        if (!File.Exists(asked.Settings.RecordPath))
        {
            throw new Refusal($"there is no record {asked.Settings.RecordPath}", 2);
        }

        if (File.Exists(target))
        {
            throw new Refusal($"{target} is there already: a backup is never overwritten", 2);
        }

        try
        {
            neighbours.Copy(asked.Settings.RecordPath, target);
        }
        catch (Exception wrong) when (
            wrong is RecordUnavailable or IOException or UnauthorizedAccessException)
        {
            throw new Refusal($"{target}: {wrong.Message}", 1);
        }

        LastBackup.Mark(asked.Settings.RecordPath, target);
        Console.WriteLine(FormattableString.Invariant(
            $"{Path.GetFullPath(target)}: {new FileInfo(target).Length:N0} octets"));
        return 0;
    }
}
