using System.Buffers.Binary;
using System.IO.Hashing;

namespace Similarity;

/// <summary>
/// Signatures as bytes: four bytes SMSG; a byte each for the version, the bits a lane and the words a shingle; a zero;
/// the number of lanes in two bytes; two zeros; the lanes; and the CRC-32 (as in zlib) of all that. Numbers are
/// little-endian.
/// </summary>
internal static class SignatureFormat
{
    private const int HeaderBytes = 12;
    private const int CheckBytes = sizeof(uint);
    private const int MagicBytes = 4;

    private static ReadOnlySpan<byte> Magic => "SMSG"u8;

    public static byte[] Write(Signature signature)
    {
        var settings = signature.Settings;
        var bytes = new byte[HeaderBytes + settings.Bytes + CheckBytes];
        Magic.CopyTo(bytes);
        bytes[MagicBytes] = SignatureSettings.Version;
        bytes[MagicBytes + 1] = (byte)settings.BitsPerLane;
        bytes[MagicBytes + 2] = (byte)settings.ShingleWords;
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(MagicBytes + 4), (ushort)settings.Lanes);
        signature.Lanes.CopyTo(bytes.AsSpan(HeaderBytes));
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(bytes.Length - CheckBytes), Check(bytes.AsSpan(0, bytes.Length - CheckBytes)));
        return bytes;
    }

    public static Signature Read(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith(Magic)) throw new FormatException("Not a signature: it does not begin with SMSG.");
        if (bytes.Length < HeaderBytes + CheckBytes) throw new FormatException($"A signature has {HeaderBytes + CheckBytes} bytes and its lanes; there are {bytes.Length}.");
        if (bytes[MagicBytes] != SignatureSettings.Version)
        {
            throw new FormatException($"A signature of version {SignatureSettings.Version} was expected; this is one of version {bytes[MagicBytes]}.");
        }
        if (bytes[MagicBytes + 3] != 0 || bytes[MagicBytes + 6] != 0 || bytes[MagicBytes + 7] != 0) throw new FormatException("The signature is damaged: reserved bytes are not zero.");
        var settings = ReadSettings(bytes);
        var expected = HeaderBytes + settings.Bytes + CheckBytes;
        if (bytes.Length != expected) throw new FormatException($"A signature of {settings} has {expected} bytes; there are {bytes.Length}.");
        var (found, check) = (BinaryPrimitives.ReadUInt32LittleEndian(bytes[^CheckBytes..]), Check(bytes[..^CheckBytes]));
        if (found != check) throw new FormatException($"The signature is damaged: its check value is {found:x8}, and that of its content {check:x8}.");
        return new Signature(settings, bytes[HeaderBytes..^CheckBytes].ToArray());
    }

    private static SignatureSettings ReadSettings(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return new SignatureSettings
            {
                BitsPerLane = bytes[MagicBytes + 1],
                ShingleWords = bytes[MagicBytes + 2],
                Lanes = BinaryPrimitives.ReadUInt16LittleEndian(bytes[(MagicBytes + 4)..]),
            };
        }
        catch (ArgumentOutOfRangeException fault)
        {
            throw new FormatException($"The signature is damaged: its {fault.ParamName} are given as {fault.ActualValue}.", fault);
        }
    }

    private static uint Check(ReadOnlySpan<byte> bytes) => Crc32.HashToUInt32(bytes);
}
