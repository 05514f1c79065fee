using System.Globalization;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Ports.Chaining;
using CreditScoring.Service.Starting;

namespace CreditScoring.Service.Commands;

/// <summary>
/// <c>CreditScoring.Service verify</c>: proves the chain of hashes, and that ledger and standings
/// are what the events make by the rules. Nothing is written.
/// </summary>
public static class VerifyCommand
{
    public const string Name = "verify";

    private const string Usage = """
        CreditScoring.Service verify [--root FILE] [--chain-only] [--record FILE] [--rules FOLDER]

        Checks the chain of hashes over all that was kept, then, by the rules, the sums of the ledger
        and the standings. The service must be stopped, or a backup be named with --record.
        核对全部保存内容的哈希链，再按规则核对台账合计与评价结果；须先停止服务，或用 --record 指定备份。

          --root FILE    lines that `root` printed earlier and were kept elsewhere: each must be in
                         the chain 此前另行保存的链根，逐一核对
          --chain-only   the chain alone: needs no rules 只核对哈希链

        Exit code 0: all holds, 1: it does not, 2: wrong use
        """;

    /// <exception cref="Refusal">It was asked wrongly, or there is no such record.</exception>
    public static Task<int> RunAsync(
        IReadOnlyList<string> arguments, TimeProvider clock, Neighbours neighbours)
    {
        var asked = new MaintenanceCommand(arguments, neighbours, Usage, ["--root"], "--chain-only");
        var roots = asked.Value("--root") is { } file ? Roots.Read(file) : [];
        return asked.OnRecordAsync(async record =>
        {
            var (links, broken) = await Proof.OfAsync(record.ChainAsync(), roots);
            MaintenanceCommand.Tell(broken);
            Console.WriteLine(FormattableString.Invariant(
                $"chain: {links:N0} batches, {roots.Count} roots kept elsewhere, {broken.Count} faults"));
            if (asked.Has("--chain-only"))
            {
                return broken.Count == 0 ? 0 : 1;
            }

            var shelf = await LawOpening.OfRecordAsync(asked.Settings, record, clock);
            var (rebuilding, differences) = await MaintenanceCommand.CompareAsync(record, shelf);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"rules {rebuilding.Book[..12]}: {rebuilding.Events:N0} events, "
                    + $"{rebuilding.Files:N0} files, {differences.Count} differences"));
            return broken.Count + differences.Count == 0 ? 0 : 1;
        });
    }
}
