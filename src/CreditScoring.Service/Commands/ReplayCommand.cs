using System.Globalization;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Starting;

namespace CreditScoring.Service.Commands;

/// <summary>
/// <c>CreditScoring.Service replay</c>: rebuilds all that is derived from the stored events and
/// compares. The service must be stopped: what comes in meanwhile looks like a difference.
/// </summary>
public static class ReplayCommand
{
    public const string Name = "replay";

    private const string Usage = """
        CreditScoring.Service replay [--verify] [--record FILE | --postgres CONNECTION]
                                     [--rules FOLDER]

        Rebuilds files, ledger, standings and recommendations from the stored events, in memory, and
        compares them with what is stored; every difference is one line. Nothing is written. Each file
        is judged by the engines that judged it, whatever Rules:SecondOpinion says.
        由已保存的事件重新推算全部结果并与所存内容比较；每处差异一行；不写入任何内容。
        每份档案按当时所用的引擎重新评定，与 Rules:SecondOpinion 的设置无关。

        Exit code 0: the same, 1: differences, 2: wrong use
        """;

    /// <exception cref="Refusal">It was asked wrongly, or there is no such record.</exception>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> arguments, TimeProvider clock, Neighbours neighbours)
    {
        // To compare is all there is to do: --verify says it, and may be left out.
        var asked = new MaintenanceCommand(arguments, neighbours, Usage, [], "--verify");
        return await asked.OnRecordAsync(async record =>
        {
            // Rules with errors end it before anything is compared.
            var shelf = await LawOpening.OfRecordAsync(asked.Settings, record, clock);
            var (rebuilding, differences) = await MaintenanceCommand.CompareAsync(record, shelf);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{rebuilding.Events:N0} events, {rebuilding.Files:N0} files rebuilt by "
                    + $"{rebuilding.Book[..12]}: {differences.Count:N0} differences"));
            return differences.Count == 0 ? 0 : 1;
        });
    }
}
