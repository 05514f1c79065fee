using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CreditScoring.Service.Tests.Given;

/// <summary>Stands before a real server and gives some of its answers in other words.</summary>
public sealed class Rewriting : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly int server;
    private readonly Func<string, string> reword;

    public Rewriting(int server, Func<string, string> reword)
    {
        (this.server, this.reword) = (server, reword);
        listener.Start();
        _ = Task.Run(AcceptAsync);
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public void Dispose() => listener.Dispose();

    private async Task AcceptAsync()
    {
        while (true)
        {
            var client = await listener.AcceptTcpClientAsync();
            _ = Task.Run(() => CarryAsync(client));
        }
    }

    private async Task CarryAsync(TcpClient client)
    {
        using var upstream = new TcpClient();
        using (client)
        {
            await upstream.ConnectAsync(IPAddress.Loopback, server);
            var asks = client.GetStream().CopyToAsync(upstream.GetStream());
            await Task.WhenAny(asks, Answers(upstream.GetStream(), client.GetStream()));
        }
    }

    private async Task Answers(NetworkStream from, NetworkStream to)
    {
        var room = new byte[1 << 16];
        while (await from.ReadAsync(room) is > 0 and var count)
        {
            await to.WriteAsync(Encoding.Latin1.GetBytes(reword(Encoding.Latin1.GetString(room, 0, count))));
        }
    }
}
