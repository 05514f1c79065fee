namespace CreditScoring.Service.Hosting;

/// <summary>
/// When the record was last copied. Of a SQLite record <c>backup</c> leaves a mark beside it, whose time is
/// that of the copy. Of copies by other means, and of all copies of a database on a server, the service knows
/// what the operator's job tells it by touching a file (<c>Record:BackupMark</c>).
/// </summary>
/// <param name="To">The file to which it was written, as the mark has it; empty: it does not say.</param>
public sealed record LastBackup(DateTimeOffset At, string To)
{
    /// <summary>Longer ago than this it is told as late.</summary>
    public static readonly TimeSpan Usual = TimeSpan.FromDays(1);

    /// <summary>Leaves the mark; where it cannot be written the copy is none the worse.</summary>
    public static void Mark(string record, string to)
    {
        try
        {
            File.WriteAllText(PathOf(record), Path.GetFullPath(to));
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"{PathOf(record)}: {wrong.Message}");
        }
    }

    /// <summary>Null: no mark was left beside the record.</summary>
    public static LastBackup? Of(string record) => MarkedBy(PathOf(record));

    /// <summary>Null: there is no such file, or it cannot be read.</summary>
    /// <param name="mark">A file whose last change is the last copy.</param>
    public static LastBackup? MarkedBy(string mark)
    {
        try
        {
            return File.Exists(mark)
                ? new LastBackup(File.GetLastWriteTimeUtc(mark), File.ReadAllText(mark)) : null;
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string PathOf(string record) => record + "-backup";
}
