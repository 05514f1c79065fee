using System.Collections.Immutable;
using CreditScoring.Documents;
using CreditScoring.Service.Access;
using CreditScoring.Service.Hosting;

namespace CreditScoring.Service.Commands;

/// <summary>
/// <c>CreditScoring.Service first-admin</c>: whoever sits at the machine makes the first two admins; from
/// then on a further one takes both, and the record has who made whom. One who could make the second alone
/// could be both.
/// </summary>
public static class FirstAdminCommand
{
    public const string Name = "first-admin";

    private const string Usage = """
        CreditScoring.Service first-admin --id ID --name NAME [--record FILE | --postgres CONNECTION]

        Makes the first and then the second admin of the register, and prints a key, once: keep it, it is
        nowhere else. It is refused for who has a key or a password that is good, and while two admins
        have; else it gives that person a key again. A file must not be in use. admin-password gives an
        admin a password to sign in with.
        登记第一、第二名管理员并输出其密钥；密钥只显示这一次，请妥善保存。本人已有有效密钥或口令的，或者已有
        两名管理员的，拒绝执行；否则可用本命令重新签发。admin-password 为管理员设置初始口令。
        """;

    private const string Next =
        "还需要第二名管理员：换一个 --id 再执行一次。A second admin is wanted: run it again with another --id.";

    /// <summary>So many admins can appoint others.</summary>
    private const int Enough = 2;

    /// <exception cref="Refusal">It was asked wrongly, or there are admins.</exception>
    public static Task<int> RunAsync(
        IReadOnlyList<string> arguments, TimeProvider clock, Neighbours neighbours)
    {
        var asked = new MaintenanceCommand(arguments, neighbours, Usage, ["--id", "--name"]);
        var (id, name) = (asked.Value("--id"), asked.Value("--name"));
        if (id is null || name is null)
        {
            throw new Refusal(Usage, 2);
        }

        return asked.OnNewRecordAsync(async record =>
        {
            var desk = new RegisterDesk(record, record, clock);
            Console.WriteLine(await MakeAsync(desk, id, name, clock.GetUtcNow()));
            if ((await desk.CurrentAsync()).AdminsAt(clock.GetUtcNow()).Count() < Enough)
            {
                await Console.Error.WriteLineAsync(Next);
            }

            return 0;
        });
    }

    private static async Task<KeyText> MakeAsync(
        RegisterDesk desk, string id, string name, DateTimeOffset now)
    {
        var register = await desk.CurrentAsync();
        RefuseWhoIsNotWanted(id, [.. register.AdminsAt(now).Select(admin => admin.Id)]);
        var flaws = new List<Flaw>();
        var made = KeyText.New();
        if (RegisterEntryReader.OfAsked(new SourceText("--id, --name", Person(id, name)), made, flaws)
            is not HolderAdded person)
        {
            throw new Refusal($"{flaws[0]}", 2);
        }

        if (!register.Holders.ContainsKey(person.Target))
        {
            await Enter(desk, person);
        }

        var given = register.Holders.GetValueOrDefault(person.Target)?
            .Appointments.GetValueOrDefault(Role.Admin);
        if (given is not { Counts: true })
        {
            await Enter(desk, given is null ? new RoleGranted(person.Target, Role.Admin)
                : new RoleConfirmed(person.Target, Role.Admin));
        }

        await Enter(desk, new KeyIssued(new AccessKey(
            made.Id, person.Target, ImmutableSortedSet.Create(Role.Admin), null, RegionScope.All,
            LegalDay.Of(now).AddDays(KeyIssued.Longest), made.Hash)));
        return made;
    }

    private static void RefuseWhoIsNotWanted(string id, IReadOnlyList<string> admins)
    {
        if (admins.Contains(id))
        {
            throw new Refusal(
                $"{id} 已能办理，请另行指定第二名管理员。{id} can come already: name another as the second admin", 1);
        }

        if (admins.Count >= Enough)
        {
            throw new Refusal(
                $"已有管理员 {string.Join("、", admins)}，请由其中一人任命、另一人确认。"
                    + $"there are admins, {string.Join(", ", admins)}: let one appoint, another confirm",
                1);
        }
    }

    private static string Person(string id, string name) => JsonText.Of(json =>
    {
        json.WriteStartObject();
        json.Property("what", "person-added");
        json.Property("target", Holder.TargetOf(id, isSystem: false));
        json.Property("name", name);
        json.WriteEndObject();
    });

    private static async Task Enter(RegisterDesk desk, RegisterEntry entry)
    {
        if (await desk.EnterAsync(entry, Register.Machine) is { } fault)
        {
            throw new Refusal($"{fault.What.Zh}。{fault.What.En}: {fault.Mend.En}", 1);
        }
    }
}
