namespace CreditScoring.Service.Commands;

/// <summary>The commands on the record that are run instead of the service.</summary>
public static class MaintenanceCommands
{
    /// <returns>The exit code; null: the arguments name no command.</returns>
    public static Task<int>? Run(IReadOnlyList<string> arguments, TimeProvider clock, Neighbours neighbours)
    {
        string[] rest = [.. arguments.Skip(1)];
        return (arguments.Count == 0 ? null : arguments[0]) switch
        {
            RebuildCommand.Name => RebuildCommand.RunAsync(rest, clock, neighbours),
            ReplayCommand.Name => ReplayCommand.RunAsync(rest, clock, neighbours),
            VerifyCommand.Name => VerifyCommand.RunAsync(rest, clock, neighbours),
            RootCommand.Name => RootCommand.RunAsync(rest, neighbours),
            BackupCommand.Name => Task.FromResult(BackupCommand.Run(rest, neighbours)),
            RestoreCommand.Name => RestoreCommand.RunAsync(rest, neighbours),
            RestoredCommand.Name => RestoredCommand.RunAsync(rest, neighbours),
            FirstAdminCommand.Name => FirstAdminCommand.RunAsync(rest, clock, neighbours),
            AdminPasswordCommand.Name => AdminPasswordCommand.RunAsync(rest, clock, neighbours),
            _ => null,
        };
    }
}
