using CreditScoring.Service.Hosting;

namespace CreditScoring.Service.Commands;

/// <summary>
/// <c>CreditScoring.Service restored</c>: says of a record that was brought back by other means than
/// <c>restore</c> that it is one, so that nobody follows it from a position that it gave before.
/// </summary>
public static class RestoredCommand
{
    public const string Name = "restored";

    private const string Usage = """
        CreditScoring.Service restored [--record FILE | --postgres CONNECTION]

        To be run once a record was brought back by other means than `restore` (a copied file, a volume's
        snapshot, pg_restore --data-only): its positions begin anew, and who follows the feed is answered
        with 410 instead of being left without what it lacks. A file must not be in use. What pg_restore
        or a base backup brings to another table, database or timeline is noticed by itself.
        用 restore 以外的方式恢复档案库后执行一次：位置标识随之更新，订阅方会收到 410 并重新读取。
        """;

    /// <exception cref="Refusal">It was asked wrongly, or there is no such record.</exception>
    public static Task<int> RunAsync(IReadOnlyList<string> arguments, Neighbours neighbours) =>
        new MaintenanceCommand(arguments, neighbours, Usage, []).OnRecordAsync(async record =>
        {
            Console.WriteLine($"positions of this record now begin with {(await record.RenewAsync()).Id}");
            return 0;
        });
}
