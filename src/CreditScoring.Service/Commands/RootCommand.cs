using CreditScoring.Service.Hosting;
using CreditScoring.Service.Ports.Chaining;

namespace CreditScoring.Service.Commands;

/// <summary>
/// <c>CreditScoring.Service root</c>: prints the last link of the chain, to be kept where nobody who
/// can write the record can write. A running service answers the same at GET /v1/root.
/// </summary>
public static class RootCommand
{
    public const string Name = "root";

    private const string Usage = """
        CreditScoring.Service root [--record FILE]

        Prints the root of the chain of hashes as one line of JSON, to be kept elsewhere (on paper, by
        another office) and later given to `verify --root`. The service must be stopped; of a running
        one, ask GET /v1/root.
        输出哈希链的链根（一行 JSON），请另行保存，供日后 `verify --root` 核对。
        """;

    /// <exception cref="Refusal">It was asked wrongly, or there is no such record.</exception>
    public static Task<int> RunAsync(IReadOnlyList<string> arguments, Neighbours neighbours) =>
        new MaintenanceCommand(arguments, neighbours, Usage, []).OnRecordAsync(async record =>
        {
            if (await record.RootAsync() is not { } root)
            {
                throw new Refusal("nothing has been kept yet: the chain has no root", 1);
            }

            Console.WriteLine(Roots.Line(root));
            return 0;
        });
}
