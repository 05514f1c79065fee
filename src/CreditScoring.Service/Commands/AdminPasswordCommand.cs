using CreditScoring.Service.Access;
using CreditScoring.Service.Hosting;

namespace CreditScoring.Service.Commands;

/// <summary>
/// <c>CreditScoring.Service admin-password</c>: whoever sits at the machine gives an admin an initial
/// password, the first one or after the last was forgotten; the record says that it was given there.
/// </summary>
public static class AdminPasswordCommand
{
    public const string Name = "admin-password";

    private const string Usage = """
        CreditScoring.Service admin-password --id ID [--record FILE | --postgres CONNECTION]

        Gives an admin an initial password and prints it, once; it must be changed at the first sign-in,
        within 14 days. The former one, and all sessions of that admin, end. Other persons are given
        theirs by an admin. A file must not be in use.
        为管理员设置初始口令并输出，只显示这一次；须在 14 天内首次登录时修改。原口令和该管理员的全部会话失效。
        其他人员的初始口令由管理员设置。
        """;

    /// <exception cref="Refusal">It was asked wrongly, or there is no such admin.</exception>
    public static Task<int> RunAsync(
        IReadOnlyList<string> arguments, TimeProvider clock, Neighbours neighbours)
    {
        var asked = new MaintenanceCommand(arguments, neighbours, Usage, ["--id"]);
        var target = Holder.TargetOf(asked.Value("--id") ?? throw new Refusal(Usage, 2), isSystem: false);
        return asked.OnRecordAsync(async record =>
        {
            var desk = new RegisterDesk(record, record, clock);
            if ((await desk.CurrentAsync()).Admins.All(admin => admin.Target != target))
            {
                throw new Refusal(
                    $"{target} 不是管理员，其口令由管理员设置。{target} is no admin: an admin gives others theirs", 1);
            }

            var password = PasswordText.New();
            var hash = await new PasswordHashing(PasswordCost.Usual).HashAsync(password);
            var set = new PasswordSet(target, IsInitial: true, hash);
            if (await desk.EnterAsync(set, Register.Machine) is { } fault)
            {
                throw new Refusal($"{fault.What.Zh}。{fault.What.En}: {fault.Mend.En}", 1);
            }

            Console.WriteLine(password);
            return 0;
        });
    }
}
